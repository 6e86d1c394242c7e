import { EntitySchema } from "typeorm";
import type { StatementPart } from "../../../graphql/resolvers.generated.ts";
import { column, link } from "../../../platform/data/columns.ts";
import { pieceColumns, type ProposalPiece } from "../proposal/piece.columns.ts";

/** One sentence of a proposal, with its own version. */
export interface Statement extends ProposalPiece {
  part: StatementPart;
  text: string;
  version: number;
}

export const Statements = new EntitySchema<Statement>({
  name: "Statement",
  columns: {
    ...pieceColumns,
    part: column.text,
    text: column.text,
    version: column.version,
  },
  indices: [{ name: "statement_order", columns: ["proposalId", "position"] }],
});

/** Link from a statement to a key point it rests on. */
export interface StatementKeyPoint {
  statementId: string;
  keyPointId: string;
}

export const StatementKeyPoints = new EntitySchema<StatementKeyPoint>({
  name: "StatementKeyPoint",
  columns: { statementId: link("Statement"), keyPointId: link("KeyPoint") },
  indices: [{ name: "statement_key_point_key_point", columns: ["keyPointId"] }],
});

/** Link from a statement to a passage it rests on, beside those of its key points. */
export interface StatementPassage {
  statementId: string;
  passageId: string;
  /** The objective of its text, and the region while anybody may read it: the database writes them. */
  objectiveId?: string | null;
  regionId?: string | null;
  placeId?: string | null;
}

const kept = { type: "uuid", nullable: true, insert: false, update: false } as const;

export const StatementPassages = new EntitySchema<StatementPassage>({
  name: "StatementPassage",
  columns: {
    statementId: link("Statement"),
    passageId: link("Passage"),
    objectiveId: kept,
    regionId: kept,
    placeId: kept,
  },
  indices: [
    { name: "statement_passage_passage", columns: ["passageId"] },
    { name: "statement_passage_objective", columns: ["objectiveId", "statementId"] },
    { name: "statement_passage_region", columns: ["regionId", "statementId", "passageId"] },
    { name: "statement_passage_place", columns: ["placeId", "statementId", "passageId"] },
  ],
});
