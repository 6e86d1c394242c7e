import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  AcceptInPlace,
  AcceptInPlaceVariables,
  AnswerTexts,
  AnswerTextsVariables,
  Curation_done,
  JoinTexts,
  JoinTextsVariables,
  UndoAnswers,
  UndoAnswersVariables,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";

const curationDone: TypedDocumentNode<Curation_done> = gql`
  fragment Curation_done on CurationPayload {
    problems {
      code
      field
      value
    }
    act
    count
  }
`;

export const answerTexts: TypedDocumentNode<AnswerTexts, AnswerTextsVariables> = gql`
  mutation AnswerTexts($input: AnswerTextsInput!) {
    answerTexts(input: $input) {
      ...Curation_done @unmask
    }
  }
  ${curationDone}
`;

export const joinTexts: TypedDocumentNode<JoinTexts, JoinTextsVariables> = gql`
  mutation JoinTexts($input: JoinTextsInput!) {
    joinTexts(input: $input) {
      ...Curation_done @unmask
    }
  }
  ${curationDone}
`;

export const undoAnswers: TypedDocumentNode<UndoAnswers, UndoAnswersVariables> = gql`
  mutation UndoAnswers($input: UndoAnswersInput!) {
    undoAnswers(input: $input) {
      ...Curation_done @unmask
    }
  }
  ${curationDone}
`;

export const acceptInPlace: TypedDocumentNode<AcceptInPlace, AcceptInPlaceVariables> = gql`
  mutation AcceptInPlace($input: AcceptAmendmentInput!) {
    acceptAmendment(input: $input) {
      ...Form_outcome @unmask
      amendment {
        id
        state
        versionNumber
      }
    }
  }
  ${Form.fragment}
`;
