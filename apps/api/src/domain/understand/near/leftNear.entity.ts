import { EntitySchema } from "typeorm";
import { column, reference } from "../../../platform/data/columns.ts";

/** Two texts that the team judged not to be near: neither is shown beside the other any more, for whoever reads them. */
export interface LeftNearTexts {
  /** The smaller id of the two: a pair is one row, whichever of them was being read. */
  contributionId: string;
  otherId: string;
  leftOn: string;
  leftById: string;
}

/** Names a text of the pair: without it the pair is nothing. */
const text = { type: "uuid", primary: true, foreignKey: { target: "Contribution", onDelete: "CASCADE" } } as const;

export const LeftNearTexts = new EntitySchema<LeftNearTexts>({
  name: "LeftNearText",
  columns: {
    contributionId: text,
    otherId: text,
    leftOn: column.day,
    leftById: reference("Person"),
  },
  indices: [{ name: "left_near_text_other", columns: ["otherId"] }],
});
