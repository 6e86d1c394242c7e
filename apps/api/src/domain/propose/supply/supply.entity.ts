/**
 * Answers to calls and arguments are contributions outside any response, with a row here for the slot and the result:
 * so reading, moderation, trail and withdrawal work as for any contribution. Their author holds a private link, since
 * no questionnaire gives a receipt. Each taking up is a row (`supply_taking`): one text may name an office and a law,
 * and keeps both links.
 */
import { EntitySchema } from "typeorm";
import type { ArgumentUse, SupplySlot, SupplyUse } from "../../../graphql/resolvers.generated.ts";
import { column, link, reference } from "../../../platform/data/columns.ts";

/** A supply to a proposal: an answer to an empty slot, or an argument. Its words are a contribution. */
export interface Supply {
  contributionId: string;
  proposalId: string;
  slot: SupplySlot;
  /** Place to check an argument; null without one. */
  source: string | null;
  /** Made by the client: a supply is stored once for it, whatever the retries. */
  key: string;
  /** Digest of the input: the same key with another input is a conflict. */
  digest: string;
  /** Digest of the code of its private link. */
  codeDigest: string;
  /** Read by anybody after a moderator hid it: its place alone. */
  isPlace?: true;
}

export const Supplies = new EntitySchema<Supply>({
  name: "Supply",
  columns: {
    contributionId: link("Contribution"),
    proposalId: reference("Proposal"),
    slot: column.text,
    source: column.optionalText,
    key: { ...column.text, unique: true },
    digest: column.text,
    codeDigest: { ...column.text, unique: true },
  },
  indices: [{ name: "supply_proposal", columns: ["proposalId", "slot"] }],
});

/** The taking up of a supply. The same words may be taken up into several slots. */
export interface SupplyTaking {
  id: string;
  contributionId: string;
  takenAs: SupplyUse;
  /** The row it became; the initiative for an example, the objection for a reply. */
  takenId: string;
  takenOn: string;
}

export const SupplyTakings = new EntitySchema<SupplyTaking>({
  name: "SupplyTaking",
  columns: {
    id: column.orderedId,
    contributionId: reference("Contribution"),
    takenAs: column.text,
    takenId: { type: "uuid" },
    takenOn: column.day,
  },
  indices: [
    { name: "supply_taking_once", columns: ["contributionId", "takenAs", "takenId"], unique: true },
    { name: "supply_taking_taken", columns: ["takenId"] },
  ],
});

/** Use of an argument to one reader. Never shown as a score. */
export interface ArgumentRating {
  contributionId: string;
  /** Digest of the device, for this argument alone: one rating a device. */
  raterDigest: string;
  use: ArgumentUse;
}

export const ArgumentRatings = new EntitySchema<ArgumentRating>({
  name: "ArgumentRating",
  columns: {
    contributionId: link("Contribution"),
    raterDigest: { ...column.text, primary: true },
    use: column.text,
  },
});

/** The same row, as the holder of its link sees it. */
export type OwnSupply = Supply;
