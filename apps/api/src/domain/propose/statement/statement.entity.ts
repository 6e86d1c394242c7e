import { EntitySchema } from "typeorm";
import type { StatementPart } from "../../../graphql/resolvers.generated.ts";
import { column, link, reference } from "../../../platform/data/columns.ts";

/** One sentence of a proposal, with its own version. */
export interface Statement {
  id: string;
  proposalId: string;
  part: StatementPart;
  position: number;
  text: string;
  version: number;
  /** The sentence it is a copy of, in a proposal that was merged or split. */
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
  /** The objective of the text that it was marked in, which the database writes; null where it has none. */
  objectiveId?: string | null;
}

export const StatementPassages = new EntitySchema<StatementPassage>({
  name: "StatementPassage",
  columns: {
    statementId: link("Statement"),
    passageId: link("Passage"),
    objectiveId: { type: "uuid", nullable: true, insert: false, update: false },
  },
  indices: [
    { name: "statement_passage_passage", columns: ["passageId"] },
    { name: "statement_passage_objective", columns: ["objectiveId", "statementId"] },
  ],
});
