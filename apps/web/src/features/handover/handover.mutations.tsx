import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  AnswerCarrying,
  AnswerCarryingVariables,
  EditHandover,
  EditHandoverEntry,
  EditHandoverEntryVariables,
  EditHandoverVariables,
  EndHandover,
  EndHandoverVariables,
  HandOver,
  HandOverVariables,
  NoteHandover,
  NoteHandoverVariables,
  RecordReply,
  RecordReplyVariables,
  RemoveHandoverEntry,
  RemoveHandoverEntryVariables,
  ResumeHandover,
  ResumeHandoverVariables,
  SettleCommitment,
  SettleCommitmentVariables,
  TakeBackHandingOver,
  TakeBackHandingOverVariables,
  TakeBackReply,
  TakeBackReplyVariables,
  WriteCommitment,
  WriteCommitmentVariables,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";

export const noteHandover: TypedDocumentNode<NoteHandover, NoteHandoverVariables> = gql`
  mutation NoteHandover($input: NoteHandoverInput!) {
    noteHandover(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const editHandoverEntry: TypedDocumentNode<EditHandoverEntry, EditHandoverEntryVariables> = gql`
  mutation EditHandoverEntry($input: EditHandoverEntryInput!) {
    editHandoverEntry(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const removeHandoverEntry: TypedDocumentNode<RemoveHandoverEntry, RemoveHandoverEntryVariables> = gql`
  mutation RemoveHandoverEntry($input: RemoveHandoverEntryInput!) {
    removeHandoverEntry(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const handOver: TypedDocumentNode<HandOver, HandOverVariables> = gql`
  mutation HandOver($input: HandOverInput!) {
    handOver(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const recordReply: TypedDocumentNode<RecordReply, RecordReplyVariables> = gql`
  mutation RecordReply($input: RecordReplyInput!) {
    recordReply(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const takeBackHandingOver: TypedDocumentNode<TakeBackHandingOver, TakeBackHandingOverVariables> = gql`
  mutation TakeBackHandingOver($input: TakeBackHandingOverInput!) {
    takeBackHandingOver(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const takeBackReply: TypedDocumentNode<TakeBackReply, TakeBackReplyVariables> = gql`
  mutation TakeBackReply($input: TakeBackReplyInput!) {
    takeBackReply(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const writeCommitment: TypedDocumentNode<WriteCommitment, WriteCommitmentVariables> = gql`
  mutation WriteCommitment($input: WriteCommitmentInput!) {
    writeCommitment(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const settleCommitment: TypedDocumentNode<SettleCommitment, SettleCommitmentVariables> = gql`
  mutation SettleCommitment($input: SettleCommitmentInput!) {
    settleCommitment(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const endHandover: TypedDocumentNode<EndHandover, EndHandoverVariables> = gql`
  mutation EndHandover($input: EndHandoverInput!) {
    endHandover(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const resumeHandover: TypedDocumentNode<ResumeHandover, ResumeHandoverVariables> = gql`
  mutation ResumeHandover($input: ResumeHandoverInput!) {
    resumeHandover(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const editHandover: TypedDocumentNode<EditHandover, EditHandoverVariables> = gql`
  mutation EditHandover($input: EditHandoverInput!) {
    editHandover(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const answerCarrying: TypedDocumentNode<AnswerCarrying, AnswerCarryingVariables> = gql`
  mutation AnswerCarrying($input: AnswerCarryingInput!) {
    answerCarrying(input: $input) {
      ...Form_outcome @unmask
      handover {
        id
        carrierName
        carrierConsent
      }
    }
  }
  ${Form.fragment}
`;
