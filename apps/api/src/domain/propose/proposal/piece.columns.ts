import { column, reference } from "../../../platform/data/columns.ts";

/** A row that makes up a proposal: a sentence, an objection, an ask, a work, a carrier. A merge or a split copies it. */
export interface ProposalPiece {
  id: string;
  proposalId: string;
  position: number;
  /** The first row it is a copy of, by merges and splits; null for one written here. */
  originId: string | null;
}

export const pieceColumns = {
  id: column.orderedId,
  proposalId: reference("Proposal"),
  position: column.integer,
  originId: { type: "uuid", nullable: true },
} as const;
