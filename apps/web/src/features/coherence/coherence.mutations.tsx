import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  LeaveSuggestion,
  LeaveSuggestionInput,
  NoteCard_saved,
  NoteCoherence,
  NoteCoherenceInput,
  RestoreSuggestion,
  RestoreSuggestionInput,
  SettleCoherence,
  SettleCoherenceInput,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";
import { NoteCard } from "./NoteCard.tsx";

const noteSaved: TypedDocumentNode<NoteCard_saved> = gql`
  fragment NoteCard_saved on CoherencePayload {
    ...Form_outcome @unmask
    note {
      ...NoteCard_note @unmask
    }
    current {
      ...NoteCard_note @unmask
    }
  }
  ${Form.fragment}
  ${NoteCard.fragment}
`;

export const noteCoherence: TypedDocumentNode<NoteCoherence, { input: NoteCoherenceInput }> = gql`
  mutation NoteCoherence($input: NoteCoherenceInput!) {
    noteCoherence(input: $input) {
      ...NoteCard_saved @unmask
    }
  }
  ${noteSaved}
`;

export const settleCoherence: TypedDocumentNode<SettleCoherence, { input: SettleCoherenceInput }> = gql`
  mutation SettleCoherence($input: SettleCoherenceInput!) {
    settleCoherence(input: $input) {
      ...NoteCard_saved @unmask
    }
  }
  ${noteSaved}
`;

export const leaveSuggestion: TypedDocumentNode<LeaveSuggestion, { input: LeaveSuggestionInput }> = gql`
  mutation LeaveSuggestion($input: LeaveSuggestionInput!) {
    leaveSuggestion(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const restoreSuggestion: TypedDocumentNode<RestoreSuggestion, { input: RestoreSuggestionInput }> = gql`
  mutation RestoreSuggestion($input: RestoreSuggestionInput!) {
    restoreSuggestion(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;
