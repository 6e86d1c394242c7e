import type { ReceiptInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { visitor } from "../../../platform/viewer.ts";
import { endConsents } from "../../ground/person/consent.writes.ts";
import { keepVoice } from "../../ground/organisation/organisation.voice.ts";
import { dropFollow } from "../follow/follow.writes.ts";
import { responseHeld } from "./response.held.ts";
import { type Response, Responses } from "./response.entity.ts";
import { withdrawRefused } from "./response.policy.ts";
import { unnamed, unpublished, withdrawn } from "./withdraw.writes.ts";

/** Takes back the response of a code: its author does. The journal does not say who, nor when within the day. */
export async function withdrawResponse(tx: Transaction, { code }: ReceiptInput): Promise<{ receipt: Response }> {
  const before = await takenBack(tx, code);
  return { receipt: await withdrawn(tx.db, before, tx.now, recorder(tx.db, visitor, tx.now)) };
}

/** Takes the name off the response of a code: its words stay. */
export async function unnameResponse(tx: Transaction, { code }: ReceiptInput): Promise<{ receipt: Response }> {
  const before = await takenBack(tx, code);
  return { receipt: await unnamed(tx.db, before, recorder(tx.db, visitor, tx.now)) };
}

/**
 * Withdraws the consent that a response appears: it and its texts leave every page, and are counted and read by the team
 * as those of whoever chose so from the first. Its author may choose otherwise by changing it.
 */
export async function unpublishResponse(tx: Transaction, { code }: ReceiptInput): Promise<{ receipt: Response }> {
  const before = await takenBack(tx, code);
  return { receipt: await unpublished(tx.db, before, tx.now, recorder(tx.db, visitor, tx.now)) };
}

/** The response of a code, locked, that its author may take back. */
async function takenBack({ db, viewer }: Transaction, code: string) {
  const before = await responseHeld(db, code);
  await keepVoice({ db, viewer }, before.organisationId);
  const refused = withdrawRefused(before);
  if (refused) throw new Refusal(refused);
  return before;
}

/** Erases the address left with the response of a code: nothing more is told, as if none had been left. */
export async function stopFollowUp({ db, now }: Transaction, { code }: ReceiptInput): Promise<{ receipt: Response }> {
  const before = await responseHeld(db, code);
  const { affected } = await dropFollow(db, "ADDRESS", before.id);
  // Nothing is left to erase: it is told once.
  if (!affected && before.mailedDigest === null) return { receipt: before };
  await db.update(Responses, before.id, { mailedDigest: null });
  await endConsents(db, [before.id], ["FOLLOW_UP"], dayOf(now));
  await recorder(db, visitor, now)("response.unfollowed", before);
  return { receipt: { ...before, mailedDigest: null } };
}
