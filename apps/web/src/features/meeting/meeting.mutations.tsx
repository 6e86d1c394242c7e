import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  AnnounceMeeting,
  AnnounceMeetingVariables,
  CancelMeeting,
  CancelMeetingVariables,
  EditMeeting,
  EditMeetingVariables,
  Meeting_held,
  RemoveMeeting,
  RemoveMeetingVariables,
  ResumeMeeting,
  ResumeMeetingVariables,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";
import { meetingSheet } from "./fields.tsx";

export const announceMeeting: TypedDocumentNode<AnnounceMeeting, AnnounceMeetingVariables> = gql`
  mutation AnnounceMeeting($input: AnnounceMeetingInput!) {
    announceMeeting(input: $input) {
      ...Form_outcome @unmask
      meeting {
        id
        slug
      }
    }
  }
  ${Form.fragment}
`;

export const editMeeting: TypedDocumentNode<EditMeeting, EditMeetingVariables> = gql`
  mutation EditMeeting($input: EditMeetingInput!) {
    editMeeting(input: $input) {
      ...Form_outcome @unmask
      meeting {
        ...MeetingSheet
      }
      current {
        ...MeetingSheet
      }
    }
  }
  ${Form.fragment}
  ${meetingSheet}
`;

const meetingHeld: TypedDocumentNode<Meeting_held> = gql`
  fragment Meeting_held on MeetingPayload {
    ...Form_outcome @unmask
    meeting {
      id
      version
      state
      cancelledReason
    }
    current {
      id
      version
    }
  }
  ${Form.fragment}
`;

export const cancelMeeting: TypedDocumentNode<CancelMeeting, CancelMeetingVariables> = gql`
  mutation CancelMeeting($input: CancelMeetingInput!) {
    cancelMeeting(input: $input) {
      ...Meeting_held @unmask
    }
  }
  ${meetingHeld}
`;

export const resumeMeeting: TypedDocumentNode<ResumeMeeting, ResumeMeetingVariables> = gql`
  mutation ResumeMeeting($input: ResumeMeetingInput!) {
    resumeMeeting(input: $input) {
      ...Meeting_held @unmask
    }
  }
  ${meetingHeld}
`;

export const removeMeeting: TypedDocumentNode<RemoveMeeting, RemoveMeetingVariables> = gql`
  mutation RemoveMeeting($input: RemoveMeetingInput!) {
    removeMeeting(input: $input) {
      ...Form_outcome @unmask
      current {
        id
        version
      }
    }
  }
  ${Form.fragment}
`;
