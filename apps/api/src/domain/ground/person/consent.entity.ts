/**
 * A consent stands apart from what it allows: which text was read, and when. It is about an account or a response, by an
 * id alone; one that was withdrawn is kept for a while, as proof.
 */
import { EntitySchema } from "typeorm";
import type { ConsentPurpose } from "../../../graphql/resolvers.generated.ts";
import { column } from "../../../platform/data/columns.ts";

/** Something that somebody agreed to. */
export interface Consent {
  /** An account or a response. */
  subjectId: string;
  purpose: ConsentPurpose;
  textVersion: number;
  givenOn: string;
  withdrawnOn: string | null;
}

export const Consents = new EntitySchema<Consent>({
  name: "Consent",
  columns: {
    subjectId: { type: "uuid", primary: true },
    purpose: { ...column.text, primary: true },
    textVersion: column.integer,
    givenOn: column.day,
    withdrawnOn: column.optionalDay,
  },
});
