import type { EntityManager } from "typeorm";
import type { Language } from "../../graphql/resolvers.generated.ts";
import { config } from "../../platform/config.ts";
import { mailsGo } from "../../platform/mail.ts";
import { leaveMail } from "../../platform/outbox.ts";
import { type ListenerSubject, Listeners } from "./listener.entity.ts";

/** One mail for it, ever. */
const keyOf = (subject: ListenerSubject, id: string) => `listener ${subject} ${id}`;

/** Tells whoever waits for it, in their language, and forgets their address: where no mail can go, it is forgotten too. */
export async function tellListener(
  db: EntityManager,
  subject: ListenerSubject,
  id: string,
  words: (locale: Language) => Promise<{ subject: string; text: string }>,
) {
  const listener = await db.findOneBy(Listeners, { subject, subjectId: id });
  if (!listener) return;
  const { address, language } = listener;
  if (mailsGo(config)) await leaveMail(db, { key: keyOf(subject, id), to: address, ...(await words(language)) });
  await db.delete(Listeners, { subject, subjectId: id });
}

/** Nobody waits for it any more: what was taken back is told to nobody, a mail that has not left included. */
export async function forgetListener(db: EntityManager, subject: ListenerSubject, id: string) {
  await db.delete(Listeners, { subject, subjectId: id });
  await db.query("delete from outgoing_mail where recipient is not null and key = $1", [keyOf(subject, id)]);
}
