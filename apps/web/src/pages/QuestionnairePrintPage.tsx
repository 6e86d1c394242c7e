import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { useSyncExternalStore } from "react";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { Paper } from "../features/questionnaire/Paper.tsx";
import type { QuestionnairePrintPage, QuestionnairePrintPageVariables } from "../graphql/operations.generated.ts";
import { preload } from "../graphql/preload.ts";
import { paths } from "../paths.ts";

const query: TypedDocumentNode<QuestionnairePrintPage, QuestionnairePrintPageVariables> = gql`
  query QuestionnairePrintPage($slug: String!) {
    questionnaire(slug: $slug) {
      id
      slug
      ...Paper_questionnaire
    }
  }
  ${Paper.fragment}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { slug: args.params.slug ?? "" }, "questionnaire");

const never = () => () => undefined;

/** A questionnaire to print, and to fill in with a pen. */
export function Component() {
  const { questionnaire } = useReadQuery(useLoaderData<typeof loader>()).data;
  const origin = useSyncExternalStore(
    never,
    () => location.host,
    () => "",
  );
  return <Paper questionnaire={questionnaire!} address={`${origin}${paths.questionnaire(questionnaire!.slug)}`} />;
}
