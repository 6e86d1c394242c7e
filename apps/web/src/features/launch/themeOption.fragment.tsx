import { gql, type TypedDocumentNode } from "@apollo/client";
import type { ThemeOption_axis } from "../../graphql/operations.generated.ts";

/** An axis with its themes, to begin a group on one of them. */
export const themeOptions: TypedDocumentNode<ThemeOption_axis> = gql`
  fragment ThemeOption_axis on Axis {
    id
    slug
    name
    themes {
      id
      slug
      number
      title
      sourceText
      group {
        id
        name
      }
    }
  }
`;
