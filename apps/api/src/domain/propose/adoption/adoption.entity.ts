import { EntitySchema } from "typeorm";
import type { AdoptionMethod } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";

/** People of a territory who were present. */
export interface Presence {
  territoryId: string;
  people: number;
}

/** The adoption of a proposal: the meeting, the method, the votes and the exact version. */
export interface Adoption {
  id: string;
  proposalId: string;
  meetingId: string;
  decidedOn: string;
  method: AdoptionMethod;
  votesFor: number | null;
  votesAgainst: number | null;
  abstentions: number | null;
  /** Number of people who had to be present; null without a quorum. */
  quorum: number | null;
  /** People present, by territory. */
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

/** A correction to an adopted text: it stands beside the text, which no longer changes. */
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
