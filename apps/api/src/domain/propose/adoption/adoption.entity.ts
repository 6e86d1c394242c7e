import { EntitySchema } from "typeorm";
import type { AdoptionMethod } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";

/** People of a territory who were present. */
export interface Presence {
  territoryId: string;
  people: number;
}

/** That a proposal was adopted: by whom, how, and the very words that were. */
export interface Adoption {
  id: string;
  proposalId: string;
  meetingId: string;
  decidedOn: string;
  method: AdoptionMethod;
  votesFor: number | null;
  votesAgainst: number | null;
  abstentions: number | null;
  /** How many had to be present; null where none was asked for. */
  quorum: number | null;
  /** Who was present: people by territory. */
  presence: Presence[];
  note: string | null;
  /** The version that was adopted. */
  versionNumber: number;
  /** SHA-256 of its words, as they are kept with the version. */
  hash: string;
  recordedById: string | null;
}

export const Adoptions = new EntitySchema<Adoption>({
  name: "Adoption",
  columns: {
    id: column.orderedId,
    proposalId: { ...reference("Proposal"), unique: true },
    meetingId: reference("Meeting"),
    decidedOn: column.day,
    method: column.text,
    votesFor: column.optionalInteger,
    votesAgainst: column.optionalInteger,
    abstentions: column.optionalInteger,
    quorum: column.optionalInteger,
    presence: column.json,
    note: column.optionalText,
    versionNumber: column.integer,
    hash: column.text,
    recordedById: optionalReference("Person"),
  },
  indices: [{ name: "adoption_meeting", columns: ["meetingId"] }],
});

/** What is to be read otherwise in a text that was adopted: beside it, since it no longer changes. */
export interface Erratum {
  id: string;
  proposalId: string;
  text: string;
  addedOn: string;
  addedById: string | null;
}

export const Errata = new EntitySchema<Erratum>({
  name: "Erratum",
  columns: {
    id: column.orderedId,
    proposalId: reference("Proposal"),
    text: column.text,
    addedOn: column.day,
    addedById: optionalReference("Person"),
  },
  indices: [{ name: "erratum_proposal", columns: ["proposalId"] }],
});
