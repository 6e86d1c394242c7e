import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  LeaveSuggestion,
  LeaveSuggestionInput,
  NoteCoherence,
  NoteCoherenceInput,
  SettleCoherence,
  SettleCoherenceInput,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";
import { NoteCard } from "./NoteCard.tsx";

export const noteCoherence: TypedDocumentNode<NoteCoherence, { input: NoteCoherenceInput }> = gql`
  mutation NoteCoherence($input: NoteCoherenceInput!) {
    noteCoherence(input: $input) {
      ...Form_outcome @unmask
      note {
        ...NoteCard_note @unmask
      }
      current {
        ...NoteCard_note @unmask
      }
    }
  }
  ${Form.fragment}
  ${NoteCard.fragment}
`;

export const settleCoherence: TypedDocumentNode<SettleCoherence, { input: SettleCoherenceInput }> = gql`
  mutation SettleCoherence($input: SettleCoherenceInput!) {
    settleCoherence(input: $input) {
      ...Form_outcome @unmask
      note {
        ...NoteCard_note @unmask
      }
      current {
        ...NoteCard_note @unmask
      }
    }
  }
  ${Form.fragment}
  ${NoteCard.fragment}
`;

export const leaveSuggestion: TypedDocumentNode<LeaveSuggestion, { input: LeaveSuggestionInput }> = gql`
  mutation LeaveSuggestion($input: LeaveSuggestionInput!) {
    leaveSuggestion(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;
