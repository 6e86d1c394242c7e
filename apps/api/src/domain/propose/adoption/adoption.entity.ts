import { EntitySchema } from "typeorm";
import type { Presence } from "../../meet/meeting/meeting.entity.ts";
import type { AdoptionCount } from "./adoption.policy.ts";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";

/** The adoption of a proposal: the meeting, the method, the votes and the exact version. */
export interface Adoption extends AdoptionCount {
  id: string;
  proposalId: string;
  meetingId: string;
  decidedOn: string;
  /** `present` by territory: exact while it is recorded, in steps of five once it is public. */
  presence: Presence[];
  note: string | null;
  /** The version that was adopted. */
  versionNumber: number;
  /** SHA-256 of its words, as they are kept with the version. */
  hash: string;
  recordedById: string | null;
  /** The second person; the same in a small team. */
  confirmedById: string | null;
  /** « Sans seconde relecture »: nobody else confirmed it. */
  alone: boolean;
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
    present: { ...column.integer, default: 0 },
    presence: column.json,
    note: column.optionalText,
    versionNumber: column.integer,
    hash: column.text,
    recordedById: optionalReference("Person"),
    confirmedById: optionalReference("Person"),
    alone: column.flag,
  },
  indices: [{ name: "adoption_meeting", columns: ["meetingId"] }],
});

/** The decision of a meeting, as it is recorded. */
export type AdoptionDecision = Pick<
  Adoption,
  | "meetingId"
  | "decidedOn"
  | "method"
  | "votesFor"
  | "votesAgainst"
  | "abstentions"
  | "quorum"
  | "present"
  | "presence"
  | "note"
>;

/** An adoption that somebody recorded, and that a second person confirms; there is one at most of a proposal. */
export interface RecordedAdoption {
  proposalId: string;
  decided: AdoptionDecision;
  recordedById: string;
  recordedOn: string;
}

export const RecordedAdoptions = new EntitySchema<RecordedAdoption>({
  name: "RecordedAdoption",
  columns: {
    proposalId: link("Proposal"),
    decided: column.json,
    recordedById: reference("Person"),
    recordedOn: column.day,
  },
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
  indices: [
    { name: "erratum_proposal", columns: ["proposalId"] },
    { name: "erratum_added", columns: ["addedOn"] },
  ],
});
