import { EntitySchema } from "typeorm";
import { column, link, reference } from "../../../platform/data/columns.ts";

/**
 * Text that a reader keeps for two: somebody else is to read it too, blind. It says who is doubtful of what, so it never
 * changes which texts are drawn to measure how far two agree.
 */
export interface KeptText {
  contributionId: string;
  personId: string;
  keptAt: Date;
}

export const KeptTexts = new EntitySchema<KeptText>({
  name: "KeptForTwo",
  columns: {
    contributionId: link("Contribution"),
    personId: reference("Person"),
    keptAt: column.instant,
  },
  indices: [{ name: "kept_for_two_person", columns: ["personId"] }],
});
