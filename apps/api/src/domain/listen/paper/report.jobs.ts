import { m } from "@cahier/schema/messages";
import type { DataSource, EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import { every } from "../../../platform/jobs.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { leaveMails } from "../../../platform/mail/outbox.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { heldNow } from "../../../platform/viewer.ts";

/** Days after a local meeting when those who called it are reminded of its report. */
const after = [3, 7] as const;

interface Awaited {
  id: string;
  slug: string;
  title: string;
  personId: string;
  email: string;
  language: Language;
  late: number;
}

/**
 * Local meetings that were held and of which no report came, each with those to remind: the referents of its territory
 * or of the region around it, and whoever announced it. One that came more than two weeks ago is left alone.
 */
const awaited = `select m.id, m.slug, m.title, p.id as "personId", p.email, p.language,
    extract(day from $1::timestamptz - coalesce(m.ends_at, m.starts_at))::int as late
  from meeting m join person p on p.email is not null and p.email_verified and p.told_by_mail and (
    exists (select from role_grant g where g.person_id = p.id and g.role = 'REFERENT' and ${heldNow("g")}
      and g.territory_id in (m.territory_id, m.region_id) and (g.group_id is null or g.group_id = m.group_id))
    or exists (select from journal_entry j where j.subject_id = m.id and j.event = 'meeting.announced' and j.actor_id = p.id))
  where m.kind = 'LOCAL' and not m.draft and m.cancelled_reason is null and m.participants is null
    and coalesce(m.ends_at, m.starts_at) between $1::timestamptz - interval '14 days' and $1::timestamptz - interval '3 days'
    and not exists (select from response r where r.meeting_id = m.id and r.channel = 'LOCAL_MEETING')
  order by m.id, p.id limit 1000`;

/** Reminds of the report of a local meeting three days after it, then seven, once each. */
export async function remindReports(db: EntityManager, now: Date) {
  if (!sendsMail(config)) return;
  const found = await db.query<Awaited[]>(awaited, [now]);
  const mails = found.map(({ id, slug, title, personId, email, language: locale, late }) => {
    const days = late >= after[1] ? after[1] : after[0];
    const facts = { title, link: siteAddress(locale, `/meetings/${slug}`) };
    return {
      key: `report ${days} ${id} ${personId}`,
      to: email,
      language: locale,
      subject: m.mail_report_subject({ title }, { locale }),
      text: m.mail_report_text(facts, { locale }),
    };
  });
  await leaveMails(db, mails);
}

/** Hourly job: reminds of the reports that did not come. */
export function reportJobs(database: DataSource) {
  every(3600, "reports of local meetings", () => remindReports(database.manager, new Date()));
}
