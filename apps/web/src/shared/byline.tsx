import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Byline_contribution } from "../graphql/operations.generated.ts";

/** A contribution as `bylineOf` names it: who said it, and where. */
export const bylineFragment: TypedDocumentNode<Byline_contribution> = gql`
  fragment Byline_contribution on Contribution {
    id
    authorName
    nameIsUnverified
    territory {
      id
      name
    }
  }
`;
