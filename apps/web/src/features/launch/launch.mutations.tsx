import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  CreateGroup,
  CreateGroupVariables,
  CreateObjective,
  CreateObjectiveVariables,
  CreateTheme,
  CreateThemeVariables,
  EditGroup,
  EditGroupVariables,
  EditObjective,
  EditObjectiveVariables,
  MoveObjective,
  MoveObjectiveVariables,
  OpenGroup,
  OpenGroupVariables,
  WithdrawObjective,
  WithdrawObjectiveVariables,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";
import { milestoneLine } from "../../shared/calendarLine.tsx";

/** Objectives of a group as its preparation shows them. */
const launchedObjective = gql`
  fragment LaunchedObjective on Objective {
    id
    slug
    number
    name
    question
    expectedOutput
    version
    composed {
      id
      firstQuestion
      flaws {
        code
      }
      questionnaire {
        id
        slug
        title
        questionCount
        estimatedMinutes
        opensAt
        closesAt
      }
    }
  }
`;

/** A group as its preparation shows it, screen by screen. */
export const launchedGroup = gql`
  fragment LaunchedGroup on WorkingGroup {
    id
    slug
    name
    finalGoal
    commitments
    finalOn
    version
    launchStep
    state
    preparing
    archivedOn
    smallTeam
    viewerCan {
      rehearse
      run
    }
    rehearsal {
      begunAt
      changes {
        id
        kind
        title
        onBothSides
      }
      responses
      contributions
      passages
      keyPoints
      syntheses
      proposals
    }
    theme {
      id
      slug
      number
      title
      axis {
        id
        name
      }
    }
    milestones {
      ...CalendarLine_milestone @unmask
    }
    objectives {
      id
      ...LaunchedObjective @unmask
    }
    withdrawnObjectives {
      id
      ...LaunchedObjective @unmask
    }
    team {
      id
      role
      displayName
      territory {
        id
        name
      }
    }
  }
  ${launchedObjective}
  ${milestoneLine}
`;

export const createGroup: TypedDocumentNode<CreateGroup, CreateGroupVariables> = gql`
  mutation CreateGroup($input: CreateGroupInput!) {
    createGroup(input: $input) {
      ...Form_outcome @unmask
      group {
        id
        slug
      }
    }
  }
  ${Form.fragment}
`;

export const editGroup: TypedDocumentNode<EditGroup, EditGroupVariables> = gql`
  mutation EditGroup($input: EditGroupInput!) {
    editGroup(input: $input) {
      ...Form_outcome @unmask
      group {
        ...LaunchedGroup @unmask
      }
    }
  }
  ${Form.fragment}
  ${launchedGroup}
`;

export const createObjective: TypedDocumentNode<CreateObjective, CreateObjectiveVariables> = gql`
  mutation CreateObjective($input: CreateObjectiveInput!) {
    createObjective(input: $input) {
      ...Form_outcome @unmask
      objective {
        id
        slug
      }
    }
  }
  ${Form.fragment}
`;

export const editObjective: TypedDocumentNode<EditObjective, EditObjectiveVariables> = gql`
  mutation EditObjective($input: EditObjectiveInput!) {
    editObjective(input: $input) {
      ...Form_outcome @unmask
      objective {
        id
        name
        question
        expectedOutput
        version
      }
    }
  }
  ${Form.fragment}
`;

export const moveObjective: TypedDocumentNode<MoveObjective, MoveObjectiveVariables> = gql`
  mutation MoveObjective($input: MoveObjectiveInput!) {
    moveObjective(input: $input) {
      ...Form_outcome @unmask
      group {
        ...LaunchedGroup @unmask
      }
    }
  }
  ${Form.fragment}
  ${launchedGroup}
`;

export const withdrawObjective: TypedDocumentNode<WithdrawObjective, WithdrawObjectiveVariables> = gql`
  mutation WithdrawObjective($input: WithdrawObjectiveInput!) {
    withdrawObjective(input: $input) {
      ...Form_outcome @unmask
      group {
        ...LaunchedGroup @unmask
      }
    }
  }
  ${Form.fragment}
  ${launchedGroup}
`;

export const openGroup: TypedDocumentNode<OpenGroup, OpenGroupVariables> = gql`
  mutation OpenGroup($input: OpenGroupInput!) {
    openGroup(input: $input) {
      ...Form_outcome @unmask
      group {
        id
        slug
        state
      }
    }
  }
  ${Form.fragment}
`;

export const createTheme: TypedDocumentNode<CreateTheme, CreateThemeVariables> = gql`
  mutation CreateTheme($input: CreateThemeInput!) {
    createTheme(input: $input) {
      ...Form_outcome @unmask
      theme {
        id
        slug
        number
        title
        sourceText
      }
    }
  }
  ${Form.fragment}
`;
