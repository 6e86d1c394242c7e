import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Listed_questionnaire } from "../graphql/operations.generated.ts";

/** A questionnaire in a list: from when to when it is open, and who answered. */
export const listedQuestionnaire: TypedDocumentNode<Listed_questionnaire> = gql`
  fragment Listed_questionnaire on Questionnaire {
    id
    slug
    state
    estimatedMinutes
    opensAt
    closesAt
    responseCount
    readableCount
    unpublishedCount
  }
`;
