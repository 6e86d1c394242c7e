import { EntitySchema } from "typeorm";
import { link } from "../../../platform/data/columns.ts";

/**
 * Key point that a reader, reading alone, gave to a stretch of a text. Frozen once two have read the text: talking it
 * over afterwards must not raise the measure of their agreement.
 */
export interface ReadingCode {
  contributionId: string;
  personId: string;
  keyPointId: string;
  startsAt: number;
  endsAt: number;
}

export const ReadingCodes = new EntitySchema<ReadingCode>({
  name: "ReadingCode",
  columns: {
    contributionId: link("Contribution"),
    personId: link("Person"),
    keyPointId: link("KeyPoint"),
    startsAt: { type: "integer", primary: true },
    endsAt: { type: "integer", primary: true },
  },
});
