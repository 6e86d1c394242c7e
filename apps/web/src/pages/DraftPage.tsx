import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { useEffect } from "react";
import { type LoaderFunctionArgs, useLoaderData, useNavigate } from "react-router-dom";
import { type Draft, draftKey } from "../features/questionnaire/draft.ts";
import type { DraftPage, DraftPageVariables } from "../graphql/operations.generated.ts";
import { preload } from "../graphql/preload.ts";
import { paths } from "../paths.ts";
import { newKey } from "../ui/key.ts";
import { Waiting } from "../ui/Waiting.tsx";

const query: TypedDocumentNode<DraftPage, DraftPageVariables> = gql`
  query DraftPage($token: String!) {
    draft(token: $token) {
      key
      part
      appearance
      authorName
      answers {
        questionId
        value
      }
      questionnaire {
        id
        slug
        title
        sections {
          id
        }
      }
    }
  }
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { token: args.params.token ?? "" }, "draft");

/** A draft taken up by its link: it is put on the device, and goes on there. */
export function Component() {
  const { draft } = useReadQuery(useLoaderData<typeof loader>()).data;
  const navigate = useNavigate();
  useEffect(() => {
    const { questionnaire, answers, appearance, authorName, key, part } = draft!;
    const { id, slug, title, sections } = questionnaire;
    const onDevice: Draft = {
      key,
      questionnaireId: id,
      slug,
      title,
      answers: Object.fromEntries(answers.map(({ questionId, value }) => [questionId, value as never])),
      part,
      parts: sections.length,
      savedAt: new Date().toISOString(),
      version: newKey(),
      conflicts: {},
      appearance: appearance ?? "",
      authorName: authorName ?? "",
      attempts: [],
    };
    localStorage.setItem(draftKey(id), JSON.stringify(onDevice));
    void navigate(paths.questionnaire(slug, part), { replace: true });
  }, [draft, navigate]);
  return <Waiting />;
}
