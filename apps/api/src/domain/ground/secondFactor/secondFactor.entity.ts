import { EntitySchema } from "typeorm";
import { column } from "../../../platform/data/columns.ts";

/** Proof that somebody holds their telephone too, beside their address. Its secret is sealed: a copy of the database makes no code. */
export interface SecondFactor {
  personId: string;
  /** Secret in force; null while the first one was not proven. */
  secretSealed: string | null;
  /** Secret that was shown, and is in force once a code of it is given. */
  pendingSealed: string | null;
  enrolledOn: string | null;
  /** Last half minute of which a code was taken: none of it, or of before, is taken again. */
  lastStep: number;
  /** Digests of the recovery codes that were not used. */
  recoveryDigest: string[];
}

export const SecondFactors = new EntitySchema<SecondFactor>({
  name: "SecondFactor",
  columns: {
    personId: { type: "uuid", primary: true, foreignKey: { target: "Person", onDelete: "CASCADE" } },
    secretSealed: column.optionalText,
    pendingSealed: column.optionalText,
    enrolledOn: column.optionalDay,
    lastStep: { ...column.integer, default: 0 },
    recoveryDigest: column.textList,
  },
});
