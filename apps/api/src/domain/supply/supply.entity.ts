import { EntitySchema } from "typeorm";
import type { ArgumentUse, SupplySlot, SupplyUse } from "../../graphql/resolvers.generated.ts";
import { column, link, reference } from "../../platform/columns.ts";

/** What somebody supplies to a proposal: what one of its slots lacks, or an argument. Its words are a contribution. */
export interface Supply {
  contributionId: string;
  proposalId: string;
  slot: SupplySlot;
  /** Where an argument can be checked; null without one. */
  source: string | null;
  /** Made by the client: stored once for it, whatever the retries. */
  key: string;
  /** Digest of what was sent, so that the same key with something else is a conflict. */
  digest: string;
  /** Digest of the code of its private link. */
  codeDigest: string;
  /** What it was taken up as; null while it was not. */
  takenAs: SupplyUse | null;
  /** The statement, the objection or the initiative that it became. */
  takenId: string | null;
  takenOn: string | null;
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
    takenAs: column.optionalText,
    takenId: { type: "uuid", nullable: true },
    takenOn: column.optionalDay,
  },
  indices: [
    { name: "supply_proposal", columns: ["proposalId", "slot"] },
    { name: "supply_taken", columns: ["takenId"], where: "taken_id is not null" },
  ],
});

/** What use an argument is to one reader. Never shown as a score. */
export interface ArgumentRating {
  contributionId: string;
  /** Digest of a key that their device keeps: one rating a device. */
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
