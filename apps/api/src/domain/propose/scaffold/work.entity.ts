import type { Kept } from "@cahier/schema/fields";
import { workFields } from "@cahier/schema/propose/scaffold.fields";
import { EntitySchema } from "typeorm";
import { columnsFor } from "../../../platform/fields.ts";
import { column, reference } from "../../../platform/data/columns.ts";

/** A reference of a proposal beside contributions: a law, a study, a page. */
export interface Work extends Kept<typeof workFields> {
  id: string;
  proposalId: string;
  position: number;
  version: number;
  /** The first row it is a copy of, by merges and splits; null for one written here. */
  originId: string | null;
}

export const Works = new EntitySchema<Work>({
  name: "Work",
  columns: {
    id: column.orderedId,
    proposalId: reference("Proposal"),
    position: column.integer,
    ...columnsFor(workFields),
    version: column.version,
    originId: { type: "uuid", nullable: true },
  },
  indices: [{ name: "work_proposal", columns: ["proposalId", "position"] }],
});
