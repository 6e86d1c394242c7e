import { EntitySchema } from "typeorm";
import type { AppealOutcome } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";

/** The words of an author against a ruling on their text, once; somebody else than who ruled decides. */
export interface Appeal {
  id: string;
  rulingId: string;
  text: string;
  appealedOn: string;
  outcome: AppealOutcome | null;
  note: string | null;
  decidedById: string | null;
  decidedAt: Date | null;
}

export const Appeals = new EntitySchema<Appeal>({
  name: "Appeal",
  columns: {
    id: column.orderedId,
    rulingId: { ...reference("Ruling"), unique: true },
    text: column.text,
    appealedOn: column.day,
    outcome: column.optionalText,
    note: column.optionalText,
    decidedById: optionalReference("Person"),
    decidedAt: column.optionalInstant,
  },
});
