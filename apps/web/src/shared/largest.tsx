import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Largest_coverage } from "../graphql/operations.generated.ts";

/** Share of the most inhabited region among responses, beside that of its population. */
export const largestShare: TypedDocumentNode<Largest_coverage> = gql`
  fragment Largest_coverage on Coverage {
    largest {
      share
      populationShare
      territory {
        id
        name
      }
    }
  }
`;
