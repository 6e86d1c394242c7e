import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Named_handover, Named_proposal } from "../graphql/operations.generated.ts";

/** A proposal as a link to it names it. */
export const namedProposal: TypedDocumentNode<Named_proposal> = gql`
  fragment Named_proposal on Proposal {
    id
    slug
    number
    title
  }
`;

/** A handover as it is named: to whom, and what they replied. */
export const namedHandover: TypedDocumentNode<Named_handover> = gql`
  fragment Named_handover on Handover {
    id
    interlocutor {
      id
      name
    }
    reply {
      stance
      on
    }
  }
`;
