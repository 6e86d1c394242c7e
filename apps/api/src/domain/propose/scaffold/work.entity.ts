import type { Kept } from "@cahier/schema/fields";
import { workFields } from "@cahier/schema/propose/scaffold.fields";
import { EntitySchema } from "typeorm";
import { columnsFor } from "../../../platform/fields.ts";
import { column } from "../../../platform/data/columns.ts";
import { pieceColumns, type ProposalPiece } from "../proposal/piece.columns.ts";

/** A reference of a proposal beside contributions: a law, a study, a page. */
export interface Work extends ProposalPiece, Kept<typeof workFields> {
  version: number;
}

export const Works = new EntitySchema<Work>({
  name: "Work",
  columns: {
    ...pieceColumns,
    ...columnsFor(workFields),
    version: column.version,
  },
  indices: [{ name: "work_proposal", columns: ["proposalId", "position"] }],
});
