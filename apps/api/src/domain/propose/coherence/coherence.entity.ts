import { EntitySchema } from "typeorm";
import type { CoherenceKind, CoherenceState } from "../../../graphql/resolvers.generated.ts";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";

/** A note that somebody made between proposals, and how it was settled. */
export interface CoherenceNote {
  /** Made by the client, kept through retries. */
  id: string;
  kind: CoherenceKind;
  text: string;
  state: CoherenceState;
  /** The settlement: what was done, or why it stays as it is; null while open. */
  resolution: string | null;
  version: number;
  notedOn: string;
  notedById: string | null;
  settledOn: string | null;
  settledById: string | null;
  /** Key of the suggestion it was taken from; null for a person's own idea. */
  suggestion: string | null;
  fictional: boolean;
}

export const CoherenceNotes = new EntitySchema<CoherenceNote>({
  name: "CoherenceNote",
  columns: {
    id: column.orderedId,
    kind: column.text,
    text: column.text,
    state: { ...column.text, default: "OPEN" },
    resolution: column.optionalText,
    version: column.version,
    notedOn: column.day,
    notedById: optionalReference("Person"),
    settledOn: column.optionalDay,
    settledById: optionalReference("Person"),
    suggestion: column.optionalText,
    fictional: column.flag,
  },
});

/** Link from a note to a proposal. */
export interface CoherenceNoteProposal {
  noteId: string;
  proposalId: string;
}

export const CoherenceNoteProposals = new EntitySchema<CoherenceNoteProposal>({
  name: "CoherenceNoteProposal",
  columns: { noteId: link("CoherenceNote"), proposalId: link("Proposal") },
  indices: [{ name: "coherence_note_proposal_proposal", columns: ["proposalId"] }],
});

/** A suggestion that somebody left aside: it does not come back by itself. */
export interface LeftSuggestion {
  /** Key of the suggestion, then the groups that left it; none in those that were left before groups were told. */
  key: string;
  leftOn: string;
  leftById: string;
  /** Why, where they said it. */
  because: string | null;
}

export const LeftSuggestions = new EntitySchema<LeftSuggestion>({
  name: "LeftSuggestion",
  columns: {
    key: { ...column.text, primary: true },
    leftOn: column.day,
    leftById: reference("Person"),
    because: column.optionalText,
  },
});
