import type { Kept } from "@cahier/schema/fields";
import { askFields, objectionFields, exampleFields } from "@cahier/schema/propose/scaffold.fields";
import { EntitySchema } from "typeorm";
import { columnsFor } from "../../../platform/fields.ts";
import { column, link, reference } from "../../../platform/data/columns.ts";

/** An objection to a proposal, and the reply. */
export interface Objection extends Kept<typeof objectionFields> {
  id: string;
  proposalId: string;
  position: number;
  version: number;
  /** The first row it is a copy of, by merges and splits; null for one written here. */
  originId: string | null;
}

export const Objections = new EntitySchema<Objection>({
  name: "Objection",
  columns: {
    id: column.orderedId,
    proposalId: reference("Proposal"),
    position: column.integer,
    ...columnsFor(objectionFields),
    version: column.version,
    originId: { type: "uuid", nullable: true },
  },
  indices: [{ name: "objection_proposal", columns: ["proposalId", "position"] }],
});

/** An initiative as example of a proposal, and what it proves. */
export interface ProposalInitiative extends Kept<typeof exampleFields> {
  proposalId: string;
  initiativeId: string;
}

export const ProposalInitiatives = new EntitySchema<ProposalInitiative>({
  name: "ProposalInitiative",
  columns: { proposalId: link("Proposal"), initiativeId: link("Initiative"), ...columnsFor(exampleFields) },
  indices: [{ name: "proposal_initiative_initiative", columns: ["initiativeId"] }],
});

/** An ask of a proposal, and the office it is addressed to. */
export interface Ask extends Kept<typeof askFields> {
  id: string;
  proposalId: string;
  interlocutorId: string;
  position: number;
  version: number;
  /** The first row it is a copy of, by merges and splits; null for one written here. */
  originId: string | null;
}

export const Asks = new EntitySchema<Ask>({
  name: "Ask",
  columns: {
    id: column.orderedId,
    proposalId: reference("Proposal"),
    interlocutorId: reference("Interlocutor"),
    position: column.integer,
    ...columnsFor(askFields),
    version: column.version,
    originId: { type: "uuid", nullable: true },
  },
  indices: [
    { name: "ask_proposal", columns: ["proposalId", "position"] },
    { name: "ask_interlocutor", columns: ["interlocutorId"] },
  ],
});

/** The same row, as the page of the office shows it. */
export type InterlocutorAsk = Ask;
