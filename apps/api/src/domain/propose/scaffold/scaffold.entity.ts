import type { Kept } from "@cahier/schema/fields";
import { askFields, objectionFields, exampleFields } from "@cahier/schema/propose/scaffold.fields";
import { EntitySchema } from "typeorm";
import { columnsFor } from "../../../platform/fields.ts";
import { column, link, reference } from "../../../platform/data/columns.ts";
import { pieceColumns, type ProposalPiece } from "../proposal/piece.columns.ts";

/** An objection to a proposal, and the reply. */
export interface Objection extends ProposalPiece, Kept<typeof objectionFields> {
  version: number;
}

export const Objections = new EntitySchema<Objection>({
  name: "Objection",
  columns: {
    ...pieceColumns,
    ...columnsFor(objectionFields),
    version: column.version,
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
export interface Ask extends ProposalPiece, Kept<typeof askFields> {
  interlocutorId: string;
  version: number;
}

export const Asks = new EntitySchema<Ask>({
  name: "Ask",
  columns: {
    ...pieceColumns,
    interlocutorId: reference("Interlocutor"),
    ...columnsFor(askFields),
    version: column.version,
  },
  indices: [
    { name: "ask_proposal", columns: ["proposalId", "position"] },
    { name: "ask_interlocutor", columns: ["interlocutorId"] },
  ],
});

/** The same row, as the page of the office shows it. */
export type InterlocutorAsk = Ask;
