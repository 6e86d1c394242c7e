import { gql, type TypedDocumentNode } from "@apollo/client";
import type { SaidWhere_contribution } from "../../graphql/operations.generated.ts";

/** Date and place of a contribution. */
export const saidWhere: TypedDocumentNode<SaidWhere_contribution> = gql`
  fragment SaidWhere_contribution on Contribution {
    contributedOn
    fictional
    territory {
      id
      slug
      name
    }
    region {
      id
      slug
      name
    }
  }
`;
