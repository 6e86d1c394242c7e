import { recentDays } from "@cahier/schema/retention";
import { today } from "../../../platform/day.ts";

/** Most texts of one author in these days before the next ones are shown to moderators; `recent_text_many` says the same. */
const most = { text: 10, answer: 60 };

/** SQL: a text `m` that is past the first ones of its author: who writes a lot has one. */
const past = `(m.kind = 'CONTRIBUTION' and m.nth > ${most.answer} or m.kind <> 'CONTRIBUTION' and m.nth > ${most.text})`;

/**
 * SQL: `busy`, the texts that no moderator ruled on of authors who write a lot, in groups `$1`, for a `with`. Answers are
 * counted apart: one response has some ten.
 */
export const busy = `busy as materialized (
  select b.kind, b.text_id
  from (select distinct m.author_digest from (
    select m.author_digest from recent_text m where m.group_id = any($1::uuid[]) and ${past} offset 0) m) m
  cross join lateral (select from recent_text a
    where a.author_digest = m.author_digest and a.written_on >= ${today} - ${recentDays} and a.group_id = any($1::uuid[])
    having count(*) filter (where a.kind <> 'CONTRIBUTION') > ${most.text}
      or count(*) filter (where a.kind = 'CONTRIBUTION') > ${most.answer}) many
  cross join lateral (select b.kind, b.text_id from recent_text b
    where b.author_digest = m.author_digest and b.written_on >= ${today} - ${recentDays} and b.group_id = any($1::uuid[])
      and not b.is_seen offset 0) b)`;

/** SQL: the author of a text `x` of a kind and the name it bears: texts that share both are one line of the queue. */
export const authorOf = (
  kind: string,
  x: string,
) => `(select b.author_digest || (select coalesce(string_agg(p ->> 'text', ' '), '')
    from jsonb_array_elements(${x}.parts) p where p ->> 'name' in ('authorName', 'organisationName'))
  from recent_text b where b.kind = '${kind}' and b.text_id = ${x}.id)`;
