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
} from "../../graphql/operations.generated.ts";
import { composedQuestionnaire } from "./composed.tsx";

export const askForPublication: TypedDocumentNode<AskForPublication, AskForPublicationVariables> = gql`
  mutation AskForPublication($input: QuestionnaireActInput!) {
    askForPublication(input: $input) {
      problems {
        code
        field
        value
      }
      composedQuestionnaire {
        id
        ...Composed_composedQuestionnaire
      }
    }
  }
  ${composedQuestionnaire}
`;

export const publishQuestionnaire: TypedDocumentNode<PublishQuestionnaire, PublishQuestionnaireVariables> = gql`
  mutation PublishQuestionnaire($input: QuestionnaireActInput!) {
    publishQuestionnaire(input: $input) {
      problems {
        code
        field
        value
      }
      composedQuestionnaire {
        id
        ...Composed_composedQuestionnaire
      }
    }
  }
  ${composedQuestionnaire}
`;

export const pauseQuestionnaire: TypedDocumentNode<PauseQuestionnaire, PauseQuestionnaireVariables> = gql`
  mutation PauseQuestionnaire($input: QuestionnaireReasonInput!) {
    pauseQuestionnaire(input: $input) {
      problems {
        code
        field
        value
      }
      composedQuestionnaire {
        id
        ...Composed_composedQuestionnaire
      }
    }
  }
  ${composedQuestionnaire}
`;

export const resumeQuestionnaire: TypedDocumentNode<ResumeQuestionnaire, ResumeQuestionnaireVariables> = gql`
  mutation ResumeQuestionnaire($input: QuestionnaireActInput!) {
    resumeQuestionnaire(input: $input) {
      problems {
        code
        field
        value
      }
      composedQuestionnaire {
        id
        ...Composed_composedQuestionnaire
      }
    }
  }
  ${composedQuestionnaire}
`;

export const closeQuestionnaire: TypedDocumentNode<CloseQuestionnaire, CloseQuestionnaireVariables> = gql`
  mutation CloseQuestionnaire($input: QuestionnaireReasonInput!) {
    closeQuestionnaire(input: $input) {
      problems {
        code
        field
        value
      }
      composedQuestionnaire {
        id
        ...Composed_composedQuestionnaire
      }
    }
  }
  ${composedQuestionnaire}
`;

export const reopenQuestionnaire: TypedDocumentNode<ReopenQuestionnaire, ReopenQuestionnaireVariables> = gql`
  mutation ReopenQuestionnaire($input: ReopenQuestionnaireInput!) {
    reopenQuestionnaire(input: $input) {
      problems {
        code
        field
        value
      }
      composedQuestionnaire {
        id
        ...Composed_composedQuestionnaire
      }
    }
  }
  ${composedQuestionnaire}
`;

export const archiveQuestionnaire: TypedDocumentNode<ArchiveQuestionnaire, ArchiveQuestionnaireVariables> = gql`
  mutation ArchiveQuestionnaire($input: QuestionnaireActInput!) {
    archiveQuestionnaire(input: $input) {
      problems {
        code
        field
        value
      }
      composedQuestionnaire {
        id
        ...Composed_composedQuestionnaire
      }
    }
  }
  ${composedQuestionnaire}
`;

export const showResults: TypedDocumentNode<ShowResults, ShowResultsVariables> = gql`
  mutation ShowResults($input: ShowResultsInput!) {
    showResults(input: $input) {
      problems {
        code
        field
        value
      }
      composedQuestionnaire {
        id
        ...Composed_composedQuestionnaire
      }
    }
  }
  ${composedQuestionnaire}
`;
