import { EntitySchema } from "typeorm";
import { column, reference } from "../../../platform/data/columns.ts";

/** What a proposal refers to beside the words of people: a law, a study, a page. */
export interface Work {
  id: string;
  proposalId: string;
  position: number;
  title: string;
  /** An address, or how to find it: author, year, shelf mark. */
  reference: string;
  version: number;
  /** The first row that it is a copy of, by merges and splits; null for what was written here. */
  originId: string | null;
}

export const Works = new EntitySchema<Work>({
  name: "Work",
  columns: {
    id: column.orderedId,
    proposalId: reference("Proposal"),
    position: column.integer,
    title: column.text,
    reference: column.text,
    version: column.version,
    originId: { type: "uuid", nullable: true },
  },
  indices: [{ name: "work_proposal", columns: ["proposalId", "position"] }],
});
