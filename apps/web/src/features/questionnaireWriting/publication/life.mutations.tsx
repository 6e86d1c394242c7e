import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  ArchiveQuestionnaire,
  ArchiveQuestionnaireVariables,
  AskForPublication,
  AskForPublicationVariables,
  CloseQuestionnaire,
  CloseQuestionnaireVariables,
  PauseQuestionnaire,
  PauseQuestionnaireVariables,
  PublishQuestionnaire,
  PublishQuestionnaireVariables,
  ReopenQuestionnaire,
  ReopenQuestionnaireVariables,
  ResumeQuestionnaire,
  ResumeQuestionnaireVariables,
  ShowResults,
  ShowResultsVariables,
  UnarchiveQuestionnaire,
  UnarchiveQuestionnaireVariables,
  UnpublishQuestionnaire,
  UnpublishQuestionnaireVariables,
} from "../../../graphql/operations.generated.ts";
import { composedQuestionnaire } from "../composed.tsx";
import { Form } from "../../../ui/Form.tsx";

export const askForPublication: TypedDocumentNode<AskForPublication, AskForPublicationVariables> = gql`
  mutation AskForPublication($input: AskForPublicationInput!) {
    askForPublication(input: $input) {
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

export const publishQuestionnaire: TypedDocumentNode<PublishQuestionnaire, PublishQuestionnaireVariables> = gql`
  mutation PublishQuestionnaire($input: QuestionnaireActInput!) {
    publishQuestionnaire(input: $input) {
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

export const pauseQuestionnaire: TypedDocumentNode<PauseQuestionnaire, PauseQuestionnaireVariables> = gql`
  mutation PauseQuestionnaire($input: QuestionnaireReasonInput!) {
    pauseQuestionnaire(input: $input) {
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

export const resumeQuestionnaire: TypedDocumentNode<ResumeQuestionnaire, ResumeQuestionnaireVariables> = gql`
  mutation ResumeQuestionnaire($input: QuestionnaireActInput!) {
    resumeQuestionnaire(input: $input) {
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

export const closeQuestionnaire: TypedDocumentNode<CloseQuestionnaire, CloseQuestionnaireVariables> = gql`
  mutation CloseQuestionnaire($input: QuestionnaireReasonInput!) {
    closeQuestionnaire(input: $input) {
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

export const reopenQuestionnaire: TypedDocumentNode<ReopenQuestionnaire, ReopenQuestionnaireVariables> = gql`
  mutation ReopenQuestionnaire($input: ReopenQuestionnaireInput!) {
    reopenQuestionnaire(input: $input) {
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

export const archiveQuestionnaire: TypedDocumentNode<ArchiveQuestionnaire, ArchiveQuestionnaireVariables> = gql`
  mutation ArchiveQuestionnaire($input: QuestionnaireActInput!) {
    archiveQuestionnaire(input: $input) {
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

export const unarchiveQuestionnaire: TypedDocumentNode<UnarchiveQuestionnaire, UnarchiveQuestionnaireVariables> = gql`
  mutation UnarchiveQuestionnaire($input: QuestionnaireActInput!) {
    unarchiveQuestionnaire(input: $input) {
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

export const unpublishQuestionnaire: TypedDocumentNode<UnpublishQuestionnaire, UnpublishQuestionnaireVariables> = gql`
  mutation UnpublishQuestionnaire($input: QuestionnaireActInput!) {
    unpublishQuestionnaire(input: $input) {
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

export const showResults: TypedDocumentNode<ShowResults, ShowResultsVariables> = gql`
  mutation ShowResults($input: ShowResultsInput!) {
    showResults(input: $input) {
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
