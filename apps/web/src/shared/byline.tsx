import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Byline_contribution, Voice_contribution } from "../graphql/operations.generated.ts";

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

/** A contribution as `authorOf` and `placeOf` name it: whom it speaks for too, and the region. */
export const voiceFragment: TypedDocumentNode<Voice_contribution> = gql`
  fragment Voice_contribution on Contribution {
    ...Byline_contribution @unmask
    organisationName
    region {
      id
      name
    }
  }
  ${bylineFragment}
`;
