import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import { mailsGo } from "../../../platform/mail/mail.ts";
import { leaveMail } from "../../../platform/mail/outbox.ts";
import { type ListenerSubject, Listeners } from "./listener.entity.ts";

interface Words {
  subject: string;
  text: string;
}

/** One mail for it, ever. */
const keyOf = (subject: ListenerSubject, id: string) => `listener ${subject} ${id}`;

/** Tells whoever waits for it, in their language, and forgets their address: where no mail can go, it is forgotten too. */
export async function tellListener(
  db: EntityManager,
  subject: ListenerSubject,
  id: string,
  words: (locale: Language) => Words | Promise<Words>,
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

/** Nothing more is settled in a proposal that is over: the addresses that waited for it are erased. */
export const forgetListenersTo = (db: EntityManager, proposalId: string) =>
  db.query(
    `delete from listener where subject_id in (select id from amendment where proposal_id = $1
       union all select contribution_id from supply where proposal_id = $1)`,
    [proposalId],
  );
