import { EntitySchema } from "typeorm";
import { column } from "../../../platform/data/columns.ts";

/** Another address for an account: it takes effect once both addresses agreed, by a link each. One waits at most. */
export interface AddressChange {
  personId: string;
  /** Empty once it is over. */
  address: string;
  /** Digest of the link sent to the address in force; null once it agreed, or where nothing proved it. */
  oldDigest: string | null;
  /** Digest of the link sent to the new address; null once it agreed. */
  newDigest: string | null;
  /** Digests of the links that answered: one whose answer was lost is pressed again. */
  answered: string[];
  /** Outcome; null as long as it waits. */
  outcome: "MADE" | "REFUSED" | null;
  expiresAt: Date;
}

export const AddressChanges = new EntitySchema<AddressChange>({
  name: "AddressChange",
  columns: {
    personId: { type: "uuid", primary: true, foreignKey: { target: "Person", onDelete: "CASCADE" } },
    address: column.text,
    oldDigest: { ...column.optionalText, unique: true },
    newDigest: { ...column.optionalText, unique: true },
    answered: column.textList,
    outcome: column.optionalText,
    expiresAt: column.instant,
  },
});
