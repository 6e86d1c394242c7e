import { gql, type TypedDocumentNode } from "@apollo/client";
import type { NotOpen_questionnaire } from "../../graphql/operations.generated.ts";

/** Apart from what shows it, which most visitors never load. */
export const notOpen: TypedDocumentNode<NotOpen_questionnaire> = gql`
  fragment NotOpen_questionnaire on Questionnaire {
    id
    slug
    number
    title
    intro
    language
    state
    opensAt
    closesAt
    pausedReason
    responseCount
    paperCount
    groupCount
    groupPeople
    readableCount
    unpublishedCount
    resultsShown
    discussedAt
    objective {
      id
      slug
      number
    }
    sections {
      id
      title
      questions {
        id
        code
        type
        label
        rationale
      }
    }
  }
`;
