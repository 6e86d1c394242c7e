import { type EntityManager, EntitySchema } from "typeorm";
import { column } from "../data/columns.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { awaited, composerNamed } from "./composer.ts";
import { log } from "../log.ts";
import { siteAddress } from "../server/siteAddress.ts";
import type { Language } from "../../graphql/resolvers.generated.ts";
import { organiserOf, softwareName } from "../organiser.ts";
import type { Deliver, Mail } from "./mail.ts";
import { prepared } from "../data/statement.ts";
import { countOf } from "../retention.ts";
import { isUnavailable } from "../server/unavailable.ts";
import { ofServer, refusesAddress, troubleOf } from "./trouble.ts";

/**
 * A mail that is to be sent: written in the transaction of what it tells, so that both are there or neither. Once it is
 * sent, or given up, only its key stays: neither to whom it went, nor what it said.
 */
export interface OutgoingMail {
  id: string;
  /** One mail for it, ever: whoever writes the same one again writes nothing. */
  key: string;
  recipient: string | null;
  subject: string | null;
  text: string | null;
  /** Of whoever receives it: the site that signs it is opened in it. */
  language: Language;
  /** Name of what composes it as it leaves, out of its text; null where that is what is sent. */
  composer: string | null;
  /** Link to unsubscribe. */
  stopLink: string | null;
  queuedAt: Date;
  attempts: number;
  /** Not before this instant: after a failure, or while somebody is at it. */
  nextAttemptAt: Date;
  /** Last error of the mail server, as a code: « 450 », « ETIMEDOUT ». */
  trouble: string | null;
  sentAt: Date | null;
  givenUpAt: Date | null;
}

export const OutgoingMails = new EntitySchema<OutgoingMail>({
  name: "OutgoingMail",
  columns: {
    id: column.randomId,
    key: { ...column.text, unique: true },
    recipient: column.optionalText,
    subject: column.optionalText,
    text: column.optionalText,
    language: { ...column.text, default: "fr" },
    composer: column.optionalText,
    stopLink: column.optionalText,
    queuedAt: { ...column.instant, default: () => "now()" },
    attempts: { ...column.integer, default: 0 },
    nextAttemptAt: { ...column.instant, default: () => "now()" },
    trouble: column.optionalText,
    sentAt: column.optionalInstant,
    givenUpAt: column.optionalInstant,
  },
  indices: [{ name: "outgoing_mail_due", columns: ["nextAttemptAt"], where: "recipient is not null" }],
});

/** A mail as it is left: in the language of whoever receives it. */
export type LeftMail = Mail & { key: string; language: Language };

/** Leaves a mail to be sent once the transaction is done; its id, or null when this key was used before. */
export async function leaveMail(db: EntityManager, mail: LeftMail): Promise<string | null> {
  const { key, to, subject, text, language, stopLink = null } = mail;
  const [left] = await db.query<{ id: string }[]>(
    `insert into outgoing_mail (key, recipient, subject, text, language, stop_link) values ($1, $2, $3, $4, $5, $6)
     on conflict (key) do nothing returning id`,
    [key, to, subject, text, language, stopLink],
  );
  return left?.id ?? null;
}

/** Mails that one statement leaves at most. */
const together = 500;

/** Leaves many of them, whatever their number in few statements, but those whose key was used before; answers how many. */
export async function leaveMails(db: EntityManager, mails: LeftMail[]): Promise<number> {
  let left = 0;
  for (let at = 0; at < mails.length; at += together) {
    // oxlint-disable-next-line no-await-in-loop -- one statement holds so many of them
    const rows = await db.query<unknown[]>(
      `insert into outgoing_mail (key, recipient, subject, text, language, stop_link)
       select key, "to", subject, text, language, "stopLink"
       from jsonb_to_recordset($1::jsonb) t(key text, "to" text, subject text, text text, language text, "stopLink" text)
       on conflict (key) do nothing returning id`,
      [JSON.stringify(mails.slice(at, at + together))],
    );
    left += rows.length;
  }
  return left;
}

/** A mail that is composed as it leaves: `noted` is what its composer reads. */
export interface ComposedMail {
  key: string;
  to: string;
  composer: string;
  noted: string;
  stopLink: string | null;
}

/** Leaves many of them in one statement, but those whose key was used before; answers how many. */
export async function leaveComposed(db: EntityManager, mails: ComposedMail[]): Promise<number> {
  const left = await db.query<unknown[]>(
    `insert into outgoing_mail (key, recipient, composer, text, stop_link)
     select key, "to", composer, noted, "stopLink"
     from jsonb_to_recordset($1::jsonb) t(key text, "to" text, composer text, noted text, "stopLink" text)
     on conflict (key) do nothing returning id`,
    [JSON.stringify(mails)],
  );
  return left.length;
}

/** Takes back the mails that wait, by how their keys begin: what they tell is no longer true, or nobody is to have it. */
export const takeBackMails = (db: EntityManager, ...begins: string[]) =>
  db.query("delete from outgoing_mail where recipient is not null and key ^@ any($1::text[])", [begins]);

/** Lease on a mail for the process that took it: longer than a mail server can keep it waiting. */
const lease = "5 minutes";
/** After a failure: a minute, then twice as long each time, up to an hour; for a day. */
const backOff = "least(interval '1 minute' * power(2, attempts - 1), interval '1 hour')";
const patience = "24 hours";

type Taken = Pick<OutgoingMail, "id" | "recipient" | "subject" | "text" | "language" | "composer" | "stopLink">;

const taken = `id, recipient, subject, text, language, composer, stop_link as "stopLink"`;

/** A second early: one connection may read the clock a little behind the one that wrote, and a mail just left would wait. */
const due = "recipient is not null and next_attempt_at <= now() + interval '1 second'";

/** True of a mail that somebody waits for in front of a page: it is behind no other. */
const hurried = "coalesce(composer = any($1::text[]), false)";

/** Those that a round sends: all, or those alone that somebody waits for. */
const sorts = { all: due, awaited: `${due} and ${hurried}` };

/** Takes one mail that is due: no other process takes it before the lease is over. Else nothing is written. */
async function takeOne(db: EntityManager, which: keyof typeof sorts): Promise<Taken | undefined> {
  const waiting = await prepared(db, "mail: waiting", `select 1 from outgoing_mail where ${due} limit 1`);
  if (waiting.length === 0) return undefined;
  const [mail] = await prepared<Taken>(
    db,
    `mail: take ${which}`,
    `update outgoing_mail set attempts = attempts + 1, next_attempt_at = now() + interval '${lease}'
     where id = (select id from outgoing_mail where ${sorts[which]}
       order by ${hurried} desc, next_attempt_at limit 1 for update skip locked)
     returning ${taken}`,
    [[...awaited]],
  );
  return mail;
}

const emptied = "recipient = null, subject = null, text = null, composer = null, stop_link = null";

/**
 * Sends the mails that are due, one by one, and answers with how many went. A mail that fails is tried again later, for a
 * day, then given up; at once if the server refuses its address for good. The log says so. A mail server that nobody
 * reaches ends the round: the others are not counted as tried, and leave as soon as it is back; so does one that hangs up
 * twice in a row, as once it may be because of what the mail says. Whoever stops the site waits for the one that is on its
 * way.
 */
export async function sendMails(
  db: EntityManager,
  deliver: Deliver,
  goOn = () => true,
  which: keyof typeof sorts = "all",
): Promise<number> {
  let sent = 0;
  let wasCut = false;
  for (let mail = await takeOne(db, which); mail; mail = goOn() ? await takeOne(db, which) : undefined) {
    const fault = await handOver(db, deliver, mail);
    if (fault === null) sent++;
    else await failed(db, mail.id, fault);
    const isCut = fault?.trouble === "ECONNECTION";
    if (fault !== null && ofServer(fault.trouble) && (wasCut || !isCut)) break;
    wasCut = isCut;
  }
  return sent;
}

/** Sends those alone that somebody waits for, beside the round that sends all: it may be at a slow one. */
export const sendAwaited = (db: EntityManager, deliver: Deliver) => sendMails(db, deliver, () => true, "awaited");

/** Fault of a mail that did not go: its code, and if asking again would be in vain. */
interface Fault {
  trouble: string;
  forGood: boolean;
}

/** Hands a mail over under the name of whoever organises; null once it went. */
async function handOver(db: EntityManager, deliver: Deliver, mail: Taken): Promise<Fault | null> {
  const { id, recipient, composer, stopLink } = mail;
  try {
    const words = composer === null ? mail : await composerNamed(composer)(db, mail.text!);
    if (words === null) {
      await db.query("delete from outgoing_mail where id = $1", [id]);
      return null;
    }
    const { subject, text, language } = words;
    const { senderName: name, senderAddress: address, site, foot } = await organiserOf(db);
    const signature = [site ?? softwareName, siteAddress(language, "")].join("\n");
    const whole = [text!.trimEnd(), signature, foot].filter(Boolean).join("\n\n");
    const from = { name, address };
    await deliver({ id, to: recipient!, subject: subject!, text: `${whole}\n`, language, stopLink, from });
  } catch (error) {
    return { trouble: troubleOf(error), forGood: refusesAddress(error) };
  }
  await noteSent(db, id);
  return null;
}

/** Notes that a mail went, as soon as the database is there to be told: else it would go a second time. */
async function noteSent(db: EntityManager, id: string) {
  const text = `update outgoing_mail set sent_at = now(), trouble = null, ${emptied} where id = $1`;
  for (let tries = 0; ; tries++) {
    // oxlint-disable no-await-in-loop -- until it is there
    try {
      await db.query(text, [id]);
      return;
    } catch (error) {
      if (tries === 100 || !isUnavailable(error)) throw error;
    }
    await sleep(Math.min(1000, 100 * 2 ** tries));
    // oxlint-enable no-await-in-loop
  }
}

/** Sends one mail now, once: for somebody who waits to see. Null once it went, else the code of what was wrong. */
export async function tryOne(db: EntityManager, deliver: Deliver, id: string): Promise<string | null> {
  const [[mail]] = await db.query<[Taken[], number]>(
    `update outgoing_mail set attempts = attempts + 1, next_attempt_at = now() + interval '${lease}'
     where id = $1 and ${due} returning ${taken}`,
    [id],
  );
  // The job that sends took it in between.
  if (!mail) return null;
  const fault = await handOver(db, deliver, mail);
  if (fault) await giveUp(db, id, fault.trouble);
  return fault?.trouble ?? null;
}

const giveUp = (db: EntityManager, id: string, trouble: string) =>
  db.query(`update outgoing_mail set trouble = $2, given_up_at = now(), ${emptied} where id = $1`, [id, trouble]);

async function failed(db: EntityManager, id: string, { trouble, forGood }: Fault) {
  if (forGood) {
    await giveUp(db, id, trouble);
    return log.error("A mail was given up: its address is refused.", new Error(trouble), { mail: id });
  }
  const [[given]] = await db.query<[{ over: boolean }[], number]>(
    `update outgoing_mail set trouble = $2, next_attempt_at = now() + ${backOff},
       given_up_at = case when queued_at <= now() - interval '${patience}' then now() end
     where id = $1 returning given_up_at is not null as over`,
    [id, trouble],
  );
  if (!given?.over) return log.warn("A mail did not go, and will be tried again.", { mail: id, trouble });
  await db.query(`update outgoing_mail set ${emptied} where id = $1`, [id]);
  return log.error("A mail was given up after a day.", new Error(trouble), { mail: id });
}

/**
 * Forgets the keys of mails that went, or were given up, long ago: nothing is told twice within it. Where no mail server
 * took those that wait, they are emptied after a month.
 */
export async function purgeMails(db: EntityManager, now: Date, after: string): Promise<number> {
  const waited = "recipient is not null and queued_at < $1::timestamptz - interval '30 days'";
  const emptyOnes = await countOf(db, `update outgoing_mail set given_up_at = $1, ${emptied} where ${waited}`, [now]);
  const gone = await countOf(
    db,
    `delete from outgoing_mail where recipient is null
       and coalesce(sent_at, given_up_at, queued_at) < $1::timestamptz - $2::interval`,
    [now, after],
  );
  return emptyOnes + gone;
}

/** Counts of mails: waiting, tried in vain, given up in the last week. */
export async function mailFigures(db: EntityManager) {
  const [figures] = await db.query<[{ waiting: number; failing: number; givenUp: number }]>(
    `select count(*) filter (where recipient is not null)::int as waiting,
       count(*) filter (where recipient is not null and trouble is not null)::int as failing,
       count(*) filter (where given_up_at > now() - interval '7 days')::int as "givenUp" from outgoing_mail`,
  );
  return figures;
}
