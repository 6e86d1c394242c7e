import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  AnswerTexts,
  AnswerTextsVariables,
  JoinTexts,
  JoinTextsVariables,
  UndoAnswers,
  UndoAnswersVariables,
} from "../../graphql/operations.generated.ts";

export const answerTexts: TypedDocumentNode<AnswerTexts, AnswerTextsVariables> = gql`
  mutation AnswerTexts($input: AnswerTextsInput!) {
    answerTexts(input: $input) {
      problems {
        code
        field
        value
      }
      act
      count
    }
  }
`;

export const joinTexts: TypedDocumentNode<JoinTexts, JoinTextsVariables> = gql`
  mutation JoinTexts($input: JoinTextsInput!) {
    joinTexts(input: $input) {
      problems {
        code
        field
        value
      }
      act
      count
    }
  }
`;

export const undoAnswers: TypedDocumentNode<UndoAnswers, UndoAnswersVariables> = gql`
  mutation UndoAnswers($input: UndoAnswersInput!) {
    undoAnswers(input: $input) {
      problems {
        code
        field
        value
      }
      act
      count
    }
  }
`;
