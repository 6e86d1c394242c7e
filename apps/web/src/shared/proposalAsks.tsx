import { gql, type TypedDocumentNode } from "@apollo/client";
import type { ProposalAsks_proposal } from "../graphql/operations.generated.ts";

/** A proposal, and what it asks of whom. */
export const proposalAsks: TypedDocumentNode<ProposalAsks_proposal> = gql`
  fragment ProposalAsks_proposal on Proposal {
    id
    slug
    number
    title
    state
    asks {
      id
      text
      interlocutor {
        id
        slug
        name
      }
    }
  }
`;
