import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ChooseReview, ChooseReviewVariables, ReviewMode } from "../../graphql/operations.generated.ts";

/** Says what a group reads first, or one thing of it. */
export const chooseReview: TypedDocumentNode<ChooseReview, ChooseReviewVariables> = gql`
  mutation ChooseReview($input: ChooseReviewInput!) {
    chooseReview(input: $input) {
      problems {
        code
        field
        value
      }
      review {
        mode
        until
      }
    }
  }
`;

/** Names of what is read before it appears. */
export const modeNames: Record<ReviewMode, () => string> = {
  NEVER: m.moderation_review_NEVER,
  CONTACT: m.moderation_review_CONTACT,
  FIRST: m.moderation_review_FIRST,
  ALL: m.moderation_review_ALL,
};
