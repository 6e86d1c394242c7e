import { EntitySchema } from "typeorm";
import type { ProposalState, StatementPart } from "../../../graphql/resolvers.generated.ts";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";

/** What is proposed, argued sentence by sentence. */
export interface Proposal {
  id: string;
  slug: string;
  groupId: string;
  number: number;
  title: string;
  summary: string;
  state: ProposalState;
  /** The day it came to where it stands; null for one that never moved. */
  stateOn: string | null;
  /** Why it was set aside, taken back, merged or split. */
  stateReason: string | null;
  /** The one it went into. */
  mergedIntoId: string | null;
  /** The one it was a part of. */
  splitFromId: string | null;
  version: number;
  createdOn: string;
  leverTypes: string[];
  fictional: boolean;
}

export const Proposals = new EntitySchema<Proposal>({
  name: "Proposal",
  columns: {
    id: column.orderedId,
    slug: { ...column.text, unique: true },
    groupId: reference("WorkingGroup"),
    number: column.integer,
    title: column.text,
    summary: column.text,
    state: { ...column.text, default: "DRAFT" },
    stateOn: column.optionalDay,
    stateReason: column.optionalText,
    mergedIntoId: optionalReference("Proposal"),
    splitFromId: optionalReference("Proposal"),
    version: column.version,
    createdOn: column.day,
    leverTypes: column.textList,
    fictional: column.flag,
  },
  indices: [{ name: "proposal_number", columns: ["groupId", "number"], unique: true }],
});

/** One sentence of a proposal, with its own version. */
export interface Statement {
  id: string;
  proposalId: string;
  part: StatementPart;
  position: number;
  text: string;
  version: number;
  /** The sentence it is a copy of, in the proposal that was merged or split. */
  originId: string | null;
}

export const Statements = new EntitySchema<Statement>({
  name: "Statement",
  columns: {
    id: column.orderedId,
    proposalId: reference("Proposal"),
    part: column.text,
    position: column.integer,
    text: column.text,
    version: column.version,
    originId: { type: "uuid", nullable: true },
  },
  indices: [{ name: "statement_order", columns: ["proposalId", "position"] }],
});

/** That a statement rests on a key point. */
export interface StatementKeyPoint {
  statementId: string;
  keyPointId: string;
}

export const StatementKeyPoints = new EntitySchema<StatementKeyPoint>({
  name: "StatementKeyPoint",
  columns: { statementId: link("Statement"), keyPointId: link("KeyPoint") },
  indices: [{ name: "statement_key_point_key_point", columns: ["keyPointId"] }],
});

/** That a statement rests on a passage, beside those of its key points. */
export interface StatementPassage {
  statementId: string;
  passageId: string;
}

export const StatementPassages = new EntitySchema<StatementPassage>({
  name: "StatementPassage",
  columns: { statementId: link("Statement"), passageId: link("Passage") },
  indices: [{ name: "statement_passage_passage", columns: ["passageId"] }],
});

/** What is held against a proposal, and what is answered. */
export interface Objection {
  id: string;
  proposalId: string;
  position: number;
  text: string;
  reply: string | null;
  /** It must be answered before the proposal stands still. */
  blocking: boolean;
  version: number;
  /** The first row that it is a copy of, by merges and splits; null for what was written here. */
  originId: string | null;
}

export const Objections = new EntitySchema<Objection>({
  name: "Objection",
  columns: {
    id: column.orderedId,
    proposalId: reference("Proposal"),
    position: column.integer,
    text: column.text,
    reply: column.optionalText,
    blocking: column.flag,
    version: column.version,
    originId: { type: "uuid", nullable: true },
  },
  indices: [{ name: "objection_proposal", columns: ["proposalId", "position"] }],
});

/** That an initiative is an example of a proposal, and what it proves of it. */
export interface ProposalInitiative {
  proposalId: string;
  initiativeId: string;
  /** In a sentence; null while nobody said it. */
  proves: string | null;
}

export const ProposalInitiatives = new EntitySchema<ProposalInitiative>({
  name: "ProposalInitiative",
  columns: { proposalId: link("Proposal"), initiativeId: link("Initiative"), proves: column.optionalText },
  indices: [{ name: "proposal_initiative_initiative", columns: ["initiativeId"] }],
});

/** Who a proposal is addressed to, and what is asked. */
export interface Ask {
  id: string;
  proposalId: string;
  interlocutorId: string;
  position: number;
  text: string | null;
  version: number;
  /** The first row that it is a copy of, by merges and splits; null for what was written here. */
  originId: string | null;
}

export const Asks = new EntitySchema<Ask>({
  name: "Ask",
  columns: {
    id: column.orderedId,
    proposalId: reference("Proposal"),
    interlocutorId: reference("Interlocutor"),
    position: column.integer,
    text: column.optionalText,
    version: column.version,
    originId: { type: "uuid", nullable: true },
  },
  indices: [
    { name: "ask_proposal", columns: ["proposalId", "position"] },
    { name: "ask_interlocutor", columns: ["interlocutorId"] },
  ],
});
