import { recentDays } from "@cahier/schema/retention";
import { today } from "../../../platform/day.ts";

/** Most texts of one author in these days before the next ones are shown to moderators. */
const most = { text: 10, answer: 60 };

/**
 * SQL: `busy`, the texts that no moderator ruled on of authors who write a lot, in groups `$1`, for a `with`. Answers are
 * counted apart: one response has some ten.
 */
export const busy = `busy as materialized (
  select b.kind, b.text_id from recent_text b where not b.is_seen and b.group_id = any($1::uuid[])
    and b.written_on >= ${today} - ${recentDays} and b.author_digest in (
      select a.author_digest from recent_text a
      where a.group_id = any($1::uuid[]) and a.written_on >= ${today} - ${recentDays} group by 1
      having count(*) filter (where a.kind <> 'CONTRIBUTION') > ${most.text}
        or count(*) filter (where a.kind = 'CONTRIBUTION') > ${most.answer}))`;

/** SQL: the author of a text `x` of a kind and the name it bears: texts that share both are one line of the queue. */
export const authorOf = (
  kind: string,
  x: string,
) => `(select b.author_digest || (select coalesce(string_agg(p ->> 'text', ' '), '')
    from jsonb_array_elements(${x}.parts) p where p ->> 'name' in ('authorName', 'organisationName'))
  from recent_text b where b.kind = '${kind}' and b.text_id = ${x}.id)`;
