import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  AddQuestion,
  AddQuestions,
  AddQuestionsVariables,
  AddQuestionVariables,
  AddSection,
  AddSectionVariables,
  CarryKeyPoints,
  CarryKeyPointsVariables,
  Composed_saved,
  DuplicateQuestion,
  DuplicateQuestionVariables,
  EditQuestion,
  EditQuestionnaire,
  EditQuestionnaireVariables,
  EditQuestionVariables,
  EditSection,
  EditSectionVariables,
  ExplainQuestions,
  ExplainQuestionsVariables,
  MoveQuestion,
  MoveQuestionVariables,
  MoveSection,
  MoveSectionVariables,
  RemoveQuestion,
  RemoveQuestionVariables,
  RemoveSection,
  RemoveSectionVariables,
  RestoreQuestion,
  RestoreQuestionVariables,
  TakeModelEnglish,
  TakeModelEnglishVariables,
} from "../../graphql/operations.generated.ts";
import { composedQuestionnaire } from "./composed.tsx";
import { Form } from "../../ui/Form.tsx";

const composedSaved: TypedDocumentNode<Composed_saved> = gql`
  fragment Composed_saved on ComposePayload {
    ...Form_outcome @unmask
    composedQuestionnaire {
      id
      ...Composed_composedQuestionnaire
    }
  }
  ${composedQuestionnaire}
  ${Form.fragment}
`;

export const editQuestionnaire: TypedDocumentNode<EditQuestionnaire, EditQuestionnaireVariables> = gql`
  mutation EditQuestionnaire($input: EditQuestionnaireInput!) {
    editQuestionnaire(input: $input) {
      ...Composed_saved @unmask
    }
  }
  ${composedSaved}
`;

export const addSection: TypedDocumentNode<AddSection, AddSectionVariables> = gql`
  mutation AddSection($input: AddSectionInput!) {
    addSection(input: $input) {
      ...Composed_saved @unmask
    }
  }
  ${composedSaved}
`;

export const editSection: TypedDocumentNode<EditSection, EditSectionVariables> = gql`
  mutation EditSection($input: EditSectionInput!) {
    editSection(input: $input) {
      ...Composed_saved @unmask
    }
  }
  ${composedSaved}
`;

export const takeModelEnglish: TypedDocumentNode<TakeModelEnglish, TakeModelEnglishVariables> = gql`
  mutation TakeModelEnglish($input: TakeModelEnglishInput!) {
    takeModelEnglish(input: $input) {
      ...Composed_saved @unmask
    }
  }
  ${composedSaved}
`;

export const moveSection: TypedDocumentNode<MoveSection, MoveSectionVariables> = gql`
  mutation MoveSection($input: MoveSectionInput!) {
    moveSection(input: $input) {
      ...Composed_saved @unmask
    }
  }
  ${composedSaved}
`;

export const removeSection: TypedDocumentNode<RemoveSection, RemoveSectionVariables> = gql`
  mutation RemoveSection($input: RemoveSectionInput!) {
    removeSection(input: $input) {
      ...Composed_saved @unmask
    }
  }
  ${composedSaved}
`;

export const addQuestion: TypedDocumentNode<AddQuestion, AddQuestionVariables> = gql`
  mutation AddQuestion($input: AddQuestionInput!) {
    addQuestion(input: $input) {
      ...Composed_saved @unmask
    }
  }
  ${composedSaved}
`;

export const addQuestions: TypedDocumentNode<AddQuestions, AddQuestionsVariables> = gql`
  mutation AddQuestions($input: AddQuestionsInput!) {
    addQuestions(input: $input) {
      ...Composed_saved @unmask
    }
  }
  ${composedSaved}
`;

export const duplicateQuestion: TypedDocumentNode<DuplicateQuestion, DuplicateQuestionVariables> = gql`
  mutation DuplicateQuestion($input: DuplicateQuestionInput!) {
    duplicateQuestion(input: $input) {
      ...Composed_saved @unmask
    }
  }
  ${composedSaved}
`;

export const explainQuestions: TypedDocumentNode<ExplainQuestions, ExplainQuestionsVariables> = gql`
  mutation ExplainQuestions($input: ExplainQuestionsInput!) {
    explainQuestions(input: $input) {
      ...Composed_saved @unmask
    }
  }
  ${composedSaved}
`;

export const editQuestion: TypedDocumentNode<EditQuestion, EditQuestionVariables> = gql`
  mutation EditQuestion($input: EditQuestionInput!) {
    editQuestion(input: $input) {
      ...Composed_saved @unmask
    }
  }
  ${composedSaved}
`;

export const moveQuestion: TypedDocumentNode<MoveQuestion, MoveQuestionVariables> = gql`
  mutation MoveQuestion($input: MoveQuestionInput!) {
    moveQuestion(input: $input) {
      ...Composed_saved @unmask
    }
  }
  ${composedSaved}
`;

export const removeQuestion: TypedDocumentNode<RemoveQuestion, RemoveQuestionVariables> = gql`
  mutation RemoveQuestion($input: RemoveQuestionInput!) {
    removeQuestion(input: $input) {
      ...Composed_saved @unmask
    }
  }
  ${composedSaved}
`;

export const restoreQuestion: TypedDocumentNode<RestoreQuestion, RestoreQuestionVariables> = gql`
  mutation RestoreQuestion($input: RestoreQuestionInput!) {
    restoreQuestion(input: $input) {
      ...Composed_saved @unmask
    }
  }
  ${composedSaved}
`;

export const carryKeyPoints: TypedDocumentNode<CarryKeyPoints, CarryKeyPointsVariables> = gql`
  mutation CarryKeyPoints($input: CarryKeyPointsInput!) {
    carryKeyPoints(input: $input) {
      ...Form_outcome @unmask
      composedQuestionnaire {
        id
        ...Composed_composedQuestionnaire
      }
    }
  }
  ${composedQuestionnaire}
  ${Form.fragment}
`;
