import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  AddQuestion,
  AddQuestionVariables,
  AddSection,
  AddSectionVariables,
  CarryKeyPoints,
  CarryKeyPointsVariables,
  EditQuestion,
  EditQuestionVariables,
  EditQuestionnaire,
  EditQuestionnaireVariables,
  EditSection,
  EditSectionVariables,
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
} from "../../graphql/operations.generated.ts";
import { composition } from "./composition.tsx";

export const editQuestionnaire: TypedDocumentNode<EditQuestionnaire, EditQuestionnaireVariables> = gql`
  mutation EditQuestionnaire($input: EditQuestionnaireInput!) {
    editQuestionnaire(input: $input) {
      problems {
        code
        field
        value
      }
      composition {
        id
        ...Composition_composition
      }
    }
  }
  ${composition}
`;

export const addSection: TypedDocumentNode<AddSection, AddSectionVariables> = gql`
  mutation AddSection($input: AddSectionInput!) {
    addSection(input: $input) {
      problems {
        code
        field
        value
      }
      composition {
        id
        sections {
          id
          questions {
            id
          }
        }
        ...Composition_composition
      }
    }
  }
  ${composition}
`;

export const editSection: TypedDocumentNode<EditSection, EditSectionVariables> = gql`
  mutation EditSection($input: EditSectionInput!) {
    editSection(input: $input) {
      problems {
        code
        field
        value
      }
      composition {
        id
        ...Composition_composition
      }
    }
  }
  ${composition}
`;

export const moveSection: TypedDocumentNode<MoveSection, MoveSectionVariables> = gql`
  mutation MoveSection($input: MoveSectionInput!) {
    moveSection(input: $input) {
      problems {
        code
        field
        value
      }
      composition {
        id
        ...Composition_composition
      }
    }
  }
  ${composition}
`;

export const removeSection: TypedDocumentNode<RemoveSection, RemoveSectionVariables> = gql`
  mutation RemoveSection($input: RemoveSectionInput!) {
    removeSection(input: $input) {
      problems {
        code
        field
        value
      }
      composition {
        id
        ...Composition_composition
      }
    }
  }
  ${composition}
`;

export const addQuestion: TypedDocumentNode<AddQuestion, AddQuestionVariables> = gql`
  mutation AddQuestion($input: AddQuestionInput!) {
    addQuestion(input: $input) {
      problems {
        code
        field
        value
      }
      composition {
        id
        sections {
          id
          questions {
            id
          }
        }
        ...Composition_composition
      }
    }
  }
  ${composition}
`;

export const editQuestion: TypedDocumentNode<EditQuestion, EditQuestionVariables> = gql`
  mutation EditQuestion($input: EditQuestionInput!) {
    editQuestion(input: $input) {
      problems {
        code
        field
        value
      }
      composition {
        id
        ...Composition_composition
      }
    }
  }
  ${composition}
`;

export const moveQuestion: TypedDocumentNode<MoveQuestion, MoveQuestionVariables> = gql`
  mutation MoveQuestion($input: MoveQuestionInput!) {
    moveQuestion(input: $input) {
      problems {
        code
        field
        value
      }
      composition {
        id
        ...Composition_composition
      }
    }
  }
  ${composition}
`;

export const removeQuestion: TypedDocumentNode<RemoveQuestion, RemoveQuestionVariables> = gql`
  mutation RemoveQuestion($input: RemoveQuestionInput!) {
    removeQuestion(input: $input) {
      problems {
        code
        field
        value
      }
      composition {
        id
        ...Composition_composition
      }
    }
  }
  ${composition}
`;

export const restoreQuestion: TypedDocumentNode<RestoreQuestion, RestoreQuestionVariables> = gql`
  mutation RestoreQuestion($input: RestoreQuestionInput!) {
    restoreQuestion(input: $input) {
      problems {
        code
        field
        value
      }
      composition {
        id
        ...Composition_composition
      }
    }
  }
  ${composition}
`;

export const carryKeyPoints: TypedDocumentNode<CarryKeyPoints, CarryKeyPointsVariables> = gql`
  mutation CarryKeyPoints($input: CarryKeyPointsInput!) {
    carryKeyPoints(input: $input) {
      problems {
        code
        field
        value
      }
      composition {
        id
        ...Composition_composition
      }
    }
  }
  ${composition}
`;

interface Outlined {
  composition: { sections: readonly { id: string; questions: readonly { id: string }[] }[] } | null;
}

/** The ids of the parts and of the questions of a questionnaire: what was added is the one that was not there before. */
export const idsIn = ({ composition: it }: Outlined) =>
  (it?.sections ?? []).flatMap(({ id, questions }) => [id, ...questions.map((question) => question.id)]);
