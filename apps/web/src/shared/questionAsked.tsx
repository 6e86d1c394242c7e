import { gql, type TypedDocumentNode } from "@apollo/client";
import type { QuestionAsked_question, QuestionPrinted_question } from "../graphql/operations.generated.ts";

/** A question as it is printed: what it asks, and the settings of its type. */
export const questionPrinted: TypedDocumentNode<QuestionPrinted_question> = gql`
  fragment QuestionPrinted_question on Question {
    id
    code
    type
    label
    help
    options {
      value
      label
    }
    rows {
      value
      label
    }
    scale {
      value
      label
    }
    noOpinionValue
    maxSelect
    allowOther
    min
    max
    wholeNumbers
    minLabel
    maxLabel
    visibleIf
  }
`;

/** The same as it is answered on a screen, or written. */
export const questionAsked: TypedDocumentNode<QuestionAsked_question> = gql`
  fragment QuestionAsked_question on Question {
    ...QuestionPrinted_question @unmask
    plain
    rationale
    usedIn
    required
    short
    visibility
    maxLength
    options {
      keyPointId
    }
    exclusiveValues
    minSelect
  }
  ${questionPrinted}
`;
