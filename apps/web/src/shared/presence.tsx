import { gql, type TypedDocumentNode } from "@apollo/client";
import type { PresenceOf_presence } from "../graphql/operations.generated.ts";

/** People who were there, from one territory. */
export const presenceOf: TypedDocumentNode<PresenceOf_presence> = gql`
  fragment PresenceOf_presence on Presence {
    people
    territory {
      id
      slug
      name
    }
  }
`;
