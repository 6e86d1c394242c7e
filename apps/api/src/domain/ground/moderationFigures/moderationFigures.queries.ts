import type { EntityManager } from "typeorm";
import type { ModerationMonth } from "../../../graphql/resolvers.generated.ts";

/** Fewest acts that are told as a number: under it, who was ruled on could be found out. */
const fewest = 5;

/** The number where it tells of nobody; null under five. */
const told = (count: number) => (count > 0 && count < fewest ? null : count);

interface Counted {
  month: string;
  shown: number;
  masked: number;
  reports: number;
  appeals: number;
  restored: number;
  hidden: Record<string, number>;
}

/**
 * Acts of the 24 months that ended last, from the log. A month is told once it is over, and no sum is told beside its
 * parts: nothing is found out by subtracting.
 */
export async function moderationMonths(db: EntityManager, today: string): Promise<ModerationMonth[]> {
  const rows = await db.query<Counted[]>(
    `with months as (
       select to_char(recorded_on, 'YYYY-MM') as month, event, data from moderation_log_entry
       where recorded_on < date_trunc('month', $1::date) and recorded_on >= date_trunc('month', $1::date) - interval '24 months'
     ), reported as (
       select to_char(reported_on, 'YYYY-MM') as month, count(*)::int as count from report
       where reported_on < date_trunc('month', $1::date) and reported_on >= date_trunc('month', $1::date) - interval '24 months'
       group by 1
     ), reasons as (
       select month, data ->> 'reason' as reason, count(*)::int as count from months
       where event = 'ruling.given' and data ->> 'outcome' = 'HIDDEN' group by 1, 2
     )
     select n.month,
       (select count(*)::int from months m where m.month = n.month and event = 'ruling.given' and data ->> 'outcome' = 'SHOWN') as shown,
       (select count(*)::int from months m where m.month = n.month and event = 'ruling.given' and data ->> 'outcome' = 'MASKED') as masked,
       (select count(*)::int from months m where m.month = n.month and event = 'appeal.made') as appeals,
       (select count(*)::int from months m where m.month = n.month and event = 'appeal.decided' and data ->> 'outcome' = 'RESTORED') as restored,
       coalesce((select count from reported r where r.month = n.month), 0) as reports,
       coalesce((select jsonb_object_agg(reason, count) from reasons r where r.month = n.month), '{}') as hidden
     from (select month from months union select month from reported) n order by n.month desc limit 24`,
    [today],
  );
  return rows.map(({ month, hidden, ...counts }) => ({
    month,
    shown: told(counts.shown),
    masked: told(counts.masked),
    reports: told(counts.reports),
    appeals: told(counts.appeals),
    restored: told(counts.restored),
    hidden: Object.entries(hidden).map(([reason, count]) => ({ reason, count: told(count) })) as never,
  }));
}
