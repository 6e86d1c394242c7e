import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  AddMilestone,
  AddMilestoneVariables,
  CancelMilestone,
  CancelMilestoneVariables,
  DrawSchedule,
  DrawScheduleVariables,
  EditMilestone,
  EditMilestoneVariables,
  FinishMilestone,
  FinishMilestoneVariables,
  MoveSchedule,
  MoveScheduleVariables,
  ResumeMilestone,
  ResumeMilestoneVariables,
  ScheduleEditor_group,
  ScheduleEditor_saved,
} from "../../graphql/operations.generated.ts";
import { milestoneLine } from "../../shared/calendarLine.tsx";
import { Form } from "../../ui/Form.tsx";

/** A calendar as those who keep it read it: each act answers with the whole of it. */
export const scheduleGroup: TypedDocumentNode<ScheduleEditor_group> = gql`
  fragment ScheduleEditor_group on WorkingGroup {
    id
    slug
    scheduleVersion
    finalOn
    milestones {
      ...CalendarLine_milestone @unmask
      plannedStartsOn
      plannedEndsOn
      state
      movedReason
      cancelledReason
      objective {
        id
        slug
        number
        composed {
          id
          questionnaire {
            id
            title
            state
            opensAt
            closesAt
          }
        }
      }
      meeting {
        id
        slug
        title
      }
      heldUp {
        id
        label
        startsOn
      }
    }
  }
  ${milestoneLine}
`;

export type EditedGroup = ScheduleEditor_group;
export type EditedStep = EditedGroup["milestones"][number];

const scheduleSaved: TypedDocumentNode<ScheduleEditor_saved> = gql`
  fragment ScheduleEditor_saved on SchedulePayload {
    ...Form_outcome @unmask
    group {
      ...ScheduleEditor_group @unmask
    }
    current {
      ...ScheduleEditor_group @unmask
    }
  }
  ${Form.fragment}
  ${scheduleGroup}
`;

export const drawSchedule: TypedDocumentNode<DrawSchedule, DrawScheduleVariables> = gql`
  mutation DrawSchedule($input: DrawScheduleInput!) {
    drawSchedule(input: $input) {
      ...ScheduleEditor_saved @unmask
    }
  }
  ${scheduleSaved}
`;

export const moveSchedule: TypedDocumentNode<MoveSchedule, MoveScheduleVariables> = gql`
  mutation MoveSchedule($input: MoveScheduleInput!) {
    moveSchedule(input: $input) {
      ...Form_outcome @unmask
      group {
        ...ScheduleEditor_group @unmask
      }
      current {
        ...ScheduleEditor_group @unmask
      }
    }
  }
  ${Form.fragment}
  ${scheduleGroup}
`;

export const addMilestone: TypedDocumentNode<AddMilestone, AddMilestoneVariables> = gql`
  mutation AddMilestone($input: AddMilestoneInput!) {
    addMilestone(input: $input) {
      ...Form_outcome @unmask
      group {
        ...ScheduleEditor_group @unmask
      }
    }
  }
  ${Form.fragment}
  ${scheduleGroup}
`;

export const editMilestone: TypedDocumentNode<EditMilestone, EditMilestoneVariables> = gql`
  mutation EditMilestone($input: EditMilestoneInput!) {
    editMilestone(input: $input) {
      ...ScheduleEditor_saved @unmask
    }
  }
  ${scheduleSaved}
`;

export const cancelMilestone: TypedDocumentNode<CancelMilestone, CancelMilestoneVariables> = gql`
  mutation CancelMilestone($input: CancelMilestoneInput!) {
    cancelMilestone(input: $input) {
      ...ScheduleEditor_saved @unmask
    }
  }
  ${scheduleSaved}
`;

export const resumeMilestone: TypedDocumentNode<ResumeMilestone, ResumeMilestoneVariables> = gql`
  mutation ResumeMilestone($input: ResumeMilestoneInput!) {
    resumeMilestone(input: $input) {
      ...ScheduleEditor_saved @unmask
    }
  }
  ${scheduleSaved}
`;

export const finishMilestone: TypedDocumentNode<FinishMilestone, FinishMilestoneVariables> = gql`
  mutation FinishMilestone($input: FinishMilestoneInput!) {
    finishMilestone(input: $input) {
      ...ScheduleEditor_saved @unmask
    }
  }
  ${scheduleSaved}
`;
