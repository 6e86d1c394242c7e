import type { EntityManager } from "typeorm";
/**
 * Taken back, an amendment loses its words, why, name and territory, and keeps its place. Words that entered the
 * text are the group's and stay, with its version.
 */
import type { WithdrawAmendmentInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { currentDigest } from "../../../platform/formerCode.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { linkDigest } from "../../../platform/linkCode.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { visitor } from "../../../platform/viewer.ts";
import { liftRulings } from "../../ground/moderation/ruling.writes.ts";
import { forgetListener } from "../../ground/listener/listener.writes.ts";
import { keepVoice } from "../../ground/organisation/organisation.voice.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import { type Amendment, Amendments } from "./amendment.entity.ts";

/**
 * Takes back one's amendment: its words, why and name are erased; its place stays, since others may have answered it.
 * Words that had entered the text are the group's: they stay there, with the version that took them.
 */
export async function withdrawAmendment(
  { db, now, viewer }: Transaction,
  { code }: WithdrawAmendmentInput,
): Promise<{ own: Amendment }> {
  const found = await db.findOneBy(Amendments, {
    codeDigest: (await currentDigest(db, linkDigest("amendment", code)))!,
  });
  if (!found) throw new Refusal("UNKNOWN_RECEIPT", "code");
  await keepVoice({ db, viewer }, found.organisationId);
  return { own: await eraseAmendment(db, found, now) };
}

/** Does it again, after a restore. */
export async function eraseAmendmentAgain({ db, now }: Pick<Transaction, "db" | "now">, id: string) {
  const found = await db.findOneBy(Amendments, { id });
  if (!found || found.status === "WITHDRAWN") return false;
  await eraseAmendment(db, found, now);
  return true;
}

async function eraseAmendment(db: EntityManager, found: Amendment, now: Date): Promise<Amendment> {
  // The proposal is locked first, as in settling: only one of the two acts happens.
  await db.findOneOrFail(Proposals, { where: { id: found.proposalId }, lock: { mode: "for_no_key_update" } });
  const before = await db.findOneByOrFail(Amendments, { id: found.id });
  if (before.status === "WITHDRAWN") return before;
  const erased = {
    text: "",
    why: "",
    authorName: null,
    organisationId: null,
    territoryId: null,
    status: "WITHDRAWN" as const,
    statusReason: null,
    statusOn: dayOf(now),
    wasVisible: before.status === "VISIBLE",
    state: before.state === "PROPOSED" ? ("WITHDRAWN" as const) : before.state,
  };
  await db.update(Amendments, before.id, erased);
  await liftRulings(db, ["AMENDMENT"], before.id);
  await forgetListener(db, "AMENDMENT", before.id);
  await recorder(db, visitor, now)("amendment.withdrawn", before.id);
  return { ...before, ...erased };
}
