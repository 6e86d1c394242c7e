import { gql, type TypedDocumentNode } from "@apollo/client";
import type { CarrierChoices_query } from "../graphql/operations.generated.ts";

/** Offices that may be asked, and people and regional groups that may carry a proposal to them. */
export const carrierChoices: TypedDocumentNode<CarrierChoices_query> = gql`
  fragment CarrierChoices_query on Query {
    interlocutors(first: 50) {
      id
      slug
      name
    }
    possibleCarriers {
      id
      displayName
    }
    regionalGroups {
      id
      territory {
        id
        slug
        name
      }
    }
    regions: territories(kind: REGION) {
      id
      slug
      name
    }
  }
`;
