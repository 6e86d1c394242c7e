import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { leaveMails } from "../../../platform/mail/outbox.ts";
import { type Listener, type ListenerSubject, Listeners } from "./listener.entity.ts";

interface Words {
  subject: string;
  text: string;
}

/** One mail for it, ever. */
const keyOf = (subject: ListenerSubject, id: string) => `listener ${subject} ${id}`;

/** Tells whoever waits for something, in their language, and forgets their address: where no mail can go, it is forgotten too. */
export const tellListener = (
  db: EntityManager,
  subject: ListenerSubject,
  id: string,
  words: (locale: Language) => Words | Promise<Words>,
) => tellListeners(db, subject, [id], (_, locale) => words(locale));

/** The same of many things at once. */
export async function tellListeners(
  db: EntityManager,
  subject: ListenerSubject,
  ids: string[],
  words: (id: string, locale: Language) => Words | Promise<Words>,
) {
  const text = `select subject_id as "subjectId", address, language from listener
    where subject = $1 and subject_id = any($2::uuid[]) order by subject_id`;
  const listeners = await db.query<Listener[]>(text, [subject, ids]);
  if (listeners.length === 0) return;
  if (sendsMail(config)) {
    const mails = listeners.map(async ({ subjectId: id, address, language }) => ({
      ...{ key: keyOf(subject, id), to: address, language },
      ...(await words(id, language)),
    }));
    await leaveMails(db, await Promise.all(mails));
  }
  await eraseListeners(db, subject, ids);
}

/** Nobody waits for it any more: what was taken back is told to nobody, a mail that has not left included. */
export async function forgetListener(db: EntityManager, subject: ListenerSubject, id: string) {
  await db.delete(Listeners, { subject, subjectId: id });
  await db.query("delete from outgoing_mail where recipient is not null and key = $1", [keyOf(subject, id)]);
}

/** Erases the addresses that wait for things of which nothing more will be told; a mail that was left still goes. */
export const eraseListeners = (db: EntityManager, subject: ListenerSubject, ids: string[]) =>
  db.query("delete from listener where subject = $1 and subject_id = any($2::uuid[])", [subject, ids]);

/** Keeps the address that waits for something, in the place of the one before; null, none waits any more. */
export async function keepListener(
  db: EntityManager,
  subject: ListenerSubject,
  subjectId: string,
  left: Pick<Listener, "address" | "language"> | null,
) {
  await db.delete(Listeners, { subject, subjectId });
  if (left) await db.insert(Listeners, { subject, subjectId, ...left });
}

/** Erases an address wherever it waits. */
export const eraseAddress = (db: EntityManager, address: string) =>
  db.query("delete from listener where lower(address) = lower($1)", [address]);
