import { m } from "@cahier/schema/messages";
import { kept, warnedBefore } from "@cahier/schema/retention";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import { dayOf } from "../../../platform/day.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { leaveMail } from "../../../platform/mail/outbox.ts";
import { intervalOf } from "../../../platform/retention.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { heldNow } from "../../../platform/viewer.ts";
import { erasePerson } from "../../ground/person/erase.writes.ts";
import { keepWarned } from "../../ground/person/person.writes.ts";

/** SQL: an account that somebody could use. Those of a demonstration are nobody's. */
const usable = "p.erased_on is null and p.email is not null and not p.fictional";

/** SQL: somebody else administers the site, or they do not: it is never left to nobody. */
const replaced = `(not exists (select from role_grant g where g.person_id = p.id and g.role = 'ADMINISTRATOR' and ${heldNow("g")})
  or exists (select from role_grant g join person o on o.id = g.person_id and o.email is not null
    where g.person_id <> p.id and g.role = 'ADMINISTRATOR' and g.ends_on is null and g.ended_at is null))`;

const ids = (db: EntityManager, where: string, values: unknown[]) =>
  db.query<{ id: string }[]>(`select p.id from person p where ${usable} and ${where} order by p.id limit 500`, values);

/** Erases the accounts that nobody used for so long, whose holders were warned in time; their texts stay without a name. */
export async function forgetIdle(db: EntityManager, now: Date, after: string): Promise<number> {
  const today = dayOf(now);
  const warned = intervalOf(warnedBefore);
  const over = await ids(
    db,
    `p.last_seen_on <= $1::date - $2::interval and p.warned_on <= $1::date - $3::interval and ${replaced}`,
    [today, after, warned],
  );
  for (const { id } of over) await erasePerson({ db, now }, id, "KEEP_TEXTS");
  await warn(db, today, [today, after, warned]);
  return over.length;
}

async function warn(db: EntityManager, today: string, values: unknown[]) {
  const soon = await db.query<{ id: string; email: string; language: Language; verified: boolean }[]>(
    `select p.id, p.email, p.language, p.email_verified as verified from person p where ${usable} and p.warned_on is null
       and p.last_seen_on <= $1::date - ($2::interval - $3::interval) order by p.id limit 500`,
    values,
  );
  for (const { id, email, language: locale, verified } of soon) {
    await keepWarned(db, id, today);
    if (!verified || !sendsMail(config)) continue;
    const link = siteAddress(locale, "/sign-in");
    await leaveMail(db, {
      key: `idle ${id} ${today}`,
      to: email,
      language: locale,
      subject: m.mail_idle_subject({}, { locale }),
      text: m.mail_idle_text({ link, months: kept.account.after!.count }, { locale }),
    });
  }
}

/** Erases the accounts whose address nothing proved, and that came to nothing. */
export async function forgetUnconfirmed(db: EntityManager, now: Date, after: string): Promise<number> {
  const over = await ids(
    db,
    `not p.email_verified and p.last_seen_on <= $1::date - $2::interval
       and not exists (select from role_grant g where g.person_id = p.id and ${heldNow("g")})`,
    [dayOf(now), after],
  );
  for (const { id } of over) await erasePerson({ db, now }, id, "KEEP_TEXTS");
  return over.length;
}
