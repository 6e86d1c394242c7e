import type { Context } from "../../../platform/context.ts";
import { columnsOf, prepared } from "../../../platform/data/statement.ts";
import { zone } from "../../../platform/day.ts";
import { type KeyPoint, KeyPoints } from "../keyPoint/keyPoint.entity.ts";
import { readableKeyPoint } from "../keyPoint/keyPoint.queries.ts";
import { said } from "../keyPoint/keyPoint.sql.ts";
import { readingGroups } from "../passage/passage.policy.ts";
import type { QueueCounts } from "./left.queries.ts";
import { hoursLeft } from "./evening.ts";

/** An evening goes on after midnight: what is read at one in the morning belongs to the day before. */
const evening = (instant: string) => `((${instant} - interval '4 hours') at time zone '${zone}')::date`;

/** SQL condition: readings `r` of a person in the evening of an instant. */
const tonight = (person: string, instant: string) =>
  `r.person_id = ${person} and r.read_at > ${instant}::timestamptz - interval '2 days'
     and ${evening("r.read_at")} = ${evening(`${instant}::timestamptz`)}`;

/** Last readings of somebody that tell their pace, and which key points they use. */
const lately = 200;

/** Key points that the end of an evening tells of. */
const most = 9;

interface Counts {
  read: number;
  responses: number;
  minutes: number;
  notRetained: number;
  marked: number;
  lately: (Date | string)[] | null;
}

/** An evening, with its counts. */
export type Evening = Omit<Counts, "lately"> & { hoursLeft: number | null };

/** Answers the texts that the viewer read this evening, what they led to, and the hours left. */
export async function eveningOf(
  { batch, joined, viewer, now }: Context,
  left: () => Promise<QueueCounts>,
): Promise<Evening> {
  const readings = batch("reading: evening", async (keys) => {
    const [row] = await joined<Counts>(
      "reading: evening",
      `select coalesce(sum(texts), 0)::int as read, count(*)::int as responses,
         coalesce(extract(epoch from max(ended) - min(began)) / 60, 0)::int as minutes,
         (count(*) filter (where refused and not marked))::int as "notRetained",
         (count(*) filter (where marked))::int as marked,
         (select array_agg(read_at) from (select read_at from reading where person_id = $1
           order by read_at desc limit ${lately}) last) as lately
       from (select count(*) as texts, min(r.read_at) as began, max(r.read_at) as ended,
           bool_or(c.not_retained is not null) as refused,
           bool_or(exists (select from reading_code k
             where k.contribution_id = r.contribution_id and k.person_id = r.person_id)) as marked
         from reading r join contribution c on c.id = r.contribution_id where ${tonight("$1", "$2")}
         group by coalesce(c.response_id, c.id)) response`,
      [viewer.id, now],
    );
    return new Map(keys.map((key) => [key, row!]));
  });
  const { lately: readAt, ...counts } = (await readings("all"))!;
  // Unknown if there are more texts than were counted.
  const { totalCount, more } = await left();
  return {
    ...counts,
    hoursLeft: more
      ? null
      : hoursLeft(
          totalCount,
          (readAt ?? []).map((at) => new Date(at)),
        ),
  };
}

/** Key point that grew in an evening, and the stretches given to it. */
export interface EveningKeyPoint {
  id: string;
  passages: number;
}

/** Answers the key points that the viewer gave words to this evening, most words first. */
export const grownTonight = ({ db, viewer, now }: Context) =>
  prepared<EveningKeyPoint>(
    db,
    "reading: grown tonight",
    `select coalesce(p.merged_into_id, p.id) as id, count(*)::int as passages
     from reading r
     join reading_code k on k.contribution_id = r.contribution_id and k.person_id = r.person_id
     join key_point p on p.id = k.key_point_id
     where ${tonight("$1", "$2")} group by 1 order by 2 desc, 1 limit ${most}`,
    [viewer.id, now],
  );

/** Key points that come with an evening: a page finds these without asking, and without a network. */
const atHand = 200;

/** Most key points that a search finds. */
const mostFound = 20;

/** SQL: a key point says all the words `$3`, by parts; the longest, which tells most, is looked up in an index. */
const saysAll = `${said("it")} like (select word from looked order by length(word) desc limit 1)
  and ${said("it")} like all (select word from looked)`;

/** Key points to give words to; `more` where there are others. */
export interface KeyPointsAtHand {
  keyPoints: KeyPoint[];
  more: boolean;
}

/**
 * Answers the key points that the viewer gave words to last, then the newest; or those that say all the words of a
 * search, of an objective first where one is given.
 */
export async function keyPointsAtHand(
  context: Context,
  search: string | null | undefined,
  objective?: string | null,
): Promise<KeyPointsAtHand> {
  const { db, viewer } = context;
  const words = search?.replaceAll("\0", "").trim().slice(0, 200);
  const count = words ? mostFound : atHand;
  const looked = `looked as materialized (select '%' || word || '%' as word
    from regexp_split_to_table(search_folded($3), '\\s+') word),`;
  const there = `${readableKeyPoint("$2")} ${words ? `and ${saysAll}` : ""}`;
  const own = words ? "o.slug = $4" : "false";
  const unused = `select it.*, null::timestamptz as given_at, ${own} as own
    from key_point it join objective o on o.id = it.objective_id
    where ${there} and not exists (select from used where used.id = it.id)`;
  // Those used lately are few; of the others the newest are looked at until there are enough, and of one objective all.
  const text = `with ${words ? looked : ""} used as materialized (
      select coalesce(p.merged_into_id, p.id) as id, max(r.read_at) as given_at
      from (select contribution_id, person_id, read_at from reading where person_id = $1
        order by read_at desc limit ${lately}) r
      cross join lateral (select k.key_point_id from reading_code k
        where k.contribution_id = r.contribution_id and k.person_id = r.person_id offset 0) k
      join key_point p on p.id = k.key_point_id group by 1
    ), mine as (
      select it.*, used.given_at, ${own} as own
      from used join key_point it on it.id = used.id join objective o on o.id = it.objective_id where ${there}
    ), others as (${unused} order by it.id desc limit ${count + 1})
    ${words ? `, owned as (${unused} and ${own} order by it.id desc limit ${count + 1})` : ""}
    select ${columnsOf(db, KeyPoints)} from (select * from mine union all select * from others
      ${words ? "union select * from owned" : ""}) it
    order by it.own desc, it.given_at desc nulls last, it.id desc limit ${count + 1}`;
  const looking = words && [words.replaceAll(/[\\%_]/g, String.raw`\$&`), objective ?? ""];
  const values = [viewer.id, readingGroups(viewer), ...(looking || [])];
  const found = await prepared<KeyPoint>(db, words ? "key point: at hand, said" : "key point: at hand", text, values);
  return { keyPoints: found.slice(0, count), more: found.length > count };
}
