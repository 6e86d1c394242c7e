import { m } from "@cahier/schema/messages";
import type { DataSource, EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { type Config } from "../../../platform/config.ts";
import { dayOf, daysBetween, regional } from "../../../platform/day.ts";
import { every } from "../../../platform/jobs.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { leaveMails, takeBackMails } from "../../../platform/mail/outbox.ts";

/** Days before the expected reply when the carrier is reminded. */
const before = 7;

interface Due {
  id: string;
  ask: string;
  replyBy: string;
  number: number;
  title: string;
  office: string;
  address: string;
  language: Language;
}

/**
 * SQL: handovers without a reply, from a week before the expected day on. The reminder goes to the carrier who agreed
 * under their own name; for an organisation or a group, which has no address here, to the person who opened it.
 */
const dueText = `
  select h.id, h.ask, h.reply_by as "replyBy", p.number, p.title, i.name as office, o.email as address, o.language
  from handover h join proposal p on p.id = h.proposal_id join interlocutor i on i.id = h.interlocutor_id
  join person o on o.id = case when h.carrier_consent = 'AGREED' then h.carrier_person_id else h.opened_by_id end
  where h.handed_over_on is not null and h.replied_on is null and h.ended_as is null
    and h.reply_by <= $1::date + ${before} and o.email is not null and o.told_by_mail
  order by h.id`;

/** Sends the reminders that are due, each once: a week before the day, and once it is past. Answers how many. */
export async function remind(db: EntityManager, now: Date): Promise<number> {
  const today = dayOf(now);
  const due = await db.query<Due[]>(dueText, [today]);
  return leaveMails(
    db,
    due.map((one) => mailOf(one, today)),
  );
}

function mailOf({ id, replyBy, address, language: locale, ...words }: Due, today: string) {
  const late = daysBetween(replyBy, today);
  const date = new Intl.DateTimeFormat(regional(locale), { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(replyBy),
  );
  const link = siteAddress(locale, `/handovers/${id}`);
  const said = { ...words, date, link };
  return {
    // A day put off gets new reminders.
    key: `handover ${late > 0 ? "overdue" : "soon"} ${id} ${replyBy}`,
    to: address,
    language: locale,
    subject: late > 0 ? m.mail_overdue_subject({}, { locale }) : m.mail_soon_subject({}, { locale }),
    text: late > 0 ? m.mail_overdue_text(said, { locale }) : m.mail_soon_text(said, { locale }),
  };
}

/** Takes back the reminders that wait: the reply of this handover is expected no more, or on another day. */
export const forgetReminders = (db: EntityManager, id: string) =>
  takeBackMails(db, `handover soon ${id} `, `handover overdue ${id} `);

/** Background job: reminds carriers of the day a reply is expected. */
export function handoverJobs(database: DataSource, site: Pick<Config, "demo" | "smtpUrl">) {
  if (sendsMail(site)) every(site.demo ? 30 : 3600, "reminders", () => remind(database.manager, new Date()));
}
