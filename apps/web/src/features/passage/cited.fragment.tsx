import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Cited_contribution } from "../../graphql/operations.generated.ts";

/** The contribution that a passage is of, as it is named beside it. */
export const citedContribution: TypedDocumentNode<Cited_contribution> = gql`
  fragment Cited_contribution on Contribution {
    id
    authorName
    organisationName
    territory {
      id
      name
    }
    notebook {
      id
      title
    }
    source {
      name
      licence
      attribution
    }
  }
`;
