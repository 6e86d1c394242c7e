import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { ThemeCard } from "../features/theme/ThemeCard.tsx";
import type { HomePage, HomePageVariables } from "../graphql/operations.generated.ts";
import { preload } from "../graphql/preload.ts";
import { m } from "@cahier/schema/messages";

const query: TypedDocumentNode<HomePage, HomePageVariables> = gql`
  query HomePage {
    themes {
      id
      ...ThemeCard_theme
    }
  }
  ${ThemeCard.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  return (
    <>
      <title>{m.home_title()}</title>
      <h1>{m.home_title()}</h1>
      <ol>
        {data.themes.map((theme) => (
          <ThemeCard key={theme.id} theme={theme} />
        ))}
      </ol>
    </>
  );
}
