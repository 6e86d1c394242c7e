import type { EntityManager } from "typeorm";
import type { LeaveAddressInput } from "../../graphql/resolvers.generated.ts";
import { config } from "../../platform/config.ts";
import type { Transaction } from "../../platform/context.ts";
import { linkDigest } from "../../platform/linkCode.ts";
import { mailsGo } from "../../platform/mail.ts";
import { Refusal } from "../../platform/refusal.ts";
import { givenText, isEmail } from "../../platform/text.ts";
import { Amendments } from "../amendment/amendment.entity.ts";
import { type ListenerSubject, Listeners } from "./listener.entity.ts";

/** Keeps an address where to tell, once, what becomes of what a private link follows; or takes it away. Nothing is journalled of it. */
export async function leaveAddress({ db }: Transaction, { code, email, language }: LeaveAddressInput) {
  const address = givenText(email, "email", 254);
  if (address && !isEmail(address)) throw new Refusal("NOT_AN_EMAIL", "email");
  const followed = await waitingOf(db, code);
  if (!followed) throw new Refusal("UNKNOWN_RECEIPT", "code");
  const { subject, subjectId, waits } = followed;
  await db.delete(Listeners, { subject, subjectId });
  if (!address) return { awaits: false };
  if (!waits || !mailsGo(config)) throw new Refusal("NOT_NOW", "email");
  await db.insert(Listeners, { subject, subjectId, address, language });
  return { awaits: true };
}

interface Followed {
  subject: ListenerSubject;
  subjectId: string;
  /** Whether there is still something to tell. */
  waits: boolean;
}

/** What a private link follows, held: it is not settled meanwhile. */
async function waitingOf(db: EntityManager, code: string): Promise<Followed | null> {
  const amendment = await db.findOne(Amendments, {
    where: { codeDigest: linkDigest("amendment", code) },
    lock: { mode: "for_no_key_update" },
  });
  return amendment && { subject: "AMENDMENT", subjectId: amendment.id, waits: amendment.state === "PROPOSED" };
}
