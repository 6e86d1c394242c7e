import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Decision_decision } from "../graphql/operations.generated.ts";
import { presenceOf } from "./presence.tsx";

/** Decision of a meeting on a proposal: where, when and how, and who was there. */
export const decision: TypedDocumentNode<Decision_decision> = gql`
  fragment Decision_decision on AdoptionDecision {
    meeting {
      id
      slug
      title
    }
    decidedOn
    method
    votesFor
    votesAgainst
    abstentions
    quorum
    present
    presence {
      ...PresenceOf_presence @unmask
    }
    note
  }
  ${presenceOf}
`;
