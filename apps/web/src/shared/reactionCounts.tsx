import { gql, type TypedDocumentNode } from "@apollo/client";
import type { ReactionCounts_counts } from "../graphql/operations.generated.ts";

/** Number of reactions of each kind. */
export const reactionCounts: TypedDocumentNode<ReactionCounts_counts> = gql`
  fragment ReactionCounts_counts on ReactionCounts {
    support
    complete
    qualify
    question
    source
  }
`;
