import { type SearchedKind, type SearchedWords, searchedKinds } from "../../../platform/searched.ts";
import { isOpened } from "../../ground/group/group.sql.ts";
import type { Words } from "./search.words.ts";

/** More results of a kind are not counted, nor ranked where texts are many. */
export const mostCounted = 100;

/** Newest texts of a kind with words of its own that are ranked. */
const mostOwn = 200;

/** Texts of each other kind that are looked at: few of all, more where a filter leaves some out. */
const mostOfKind = { all: mostCounted + 1, filtered: 2000 };

/** Subjects that are looked at for the words of their titles. */
const mostTitles = 100;

/** Past so many texts, words are met sooner by reading the newest than by looking them up. */
const many = 3500;

/** Newest texts that are read so, before words are looked up after all. */
const mostRead = 4000;

/** Matches that are ranked at most. Older ones are known to be older without reading them. */
const enoughRead = 40;

/** Values that a search is made with; null where it does not filter. */
export interface Asked {
  words: Words;
  kinds: readonly string[] | null;
  group: string | null;
  /** Ids of the territory and of those within it, and of the region it is in. */
  territories: string[] | null;
  region: string | null;
  from: string | null;
  to: string | null;
  /** Rank, day and id after which a page begins. */
  after: readonly (string | number | boolean | null)[] | null;
  limit: number;
}

/** A statement whose rows are `counts`, by kind, and `rows`, the best of what was found. */
export interface SearchStatement {
  /** Its name where it is planned once for all words; absent where it is planned for these. */
  name?: string;
  text: string;
  values: unknown[];
}

// A subquery hides the words from the planner, which would choose another plan for each: one is best for all.
const match = "(select $1::tsquery)";

/** SQL: a whole number. Words as they follow one another come first, then as many of them as there are, then by weight. */
const ranked = (
  document: string,
) => `(least(1000000 * ts_rank_cd('{0.1, 0.2, 0.4, 1}', ${document}, $2::tsquery, 1), 9999999)
  + case when $4::tsquery[] is null then 0 else
      10000000 * (select count(*) filter (where ${document} @@ one) from unnest($4::tsquery[]) one) end
  + case when ${document} @@ $3::tsquery then 1000000000 else 0 end)::int`;

const best = (found: string, more = "null::int") => `with found as materialized (${found})
  select ${more} as held, (select json_object_agg(kind, count) from (select kind, count(*)::int as count from found group by kind) c) as counts,
    (select json_agg(best) from (select * from found
      where ($5::text[] is null or kind = any($5)) and ($6::int is null or
        (rank, coalesce(told, '-infinity'), id) < ($6::int, coalesce($7::date, '-infinity'), $8::uuid))
      order by rank desc, coalesce(told, '-infinity') desc, id desc limit $9) best) as rows`;

/** Words are counted one by one where a text need not hold all: what holds more of them comes first. */
const valuesOf = ({ words, kinds, after, limit }: Asked): unknown[] => [
  words.match,
  words.partly ? words.any : words.match,
  words.phrase,
  words.partly ? words.any.split(" | ") : null,
  kinds?.length ? kinds : null,
  ...(after ?? [null, null, null]),
  limit + 1,
];

const isFiltered = ({ group, territories }: Asked) => group !== null || territories !== null;

/** Statement for the texts of a kind that has words of its own; `again` once the newest were read and few held them. */
export function ownSql(
  name: string,
  kind: SearchedKind,
  words: SearchedWords,
  asked: Asked,
  again = false,
): SearchStatement {
  if (isFiltered(asked)) return filteredSql(name, kind, words, asked);
  const which = words.which ?? "true";
  const days = "($10::date is null or s.%day >= $10::date) and ($11::date is null or s.%day <= $11::date)".replaceAll(
    "%day",
    words.day,
  );
  const read = isRead(asked) && !again;
  const columns = `s.${words.id} as id, s.${words.day} as told`;
  // The function that the operator calls: no index answers it, so that the newest are read one after another.
  const hits = read
    ? `(select ${columns}, s.document from ${words.table} s where ${which} and ${days}
         order by s.${words.day} desc, s.${words.id} desc limit ${mostRead}) s where ts_match_vq(s.document, $1::tsquery)`
    : `(select ${columns} from ${words.table} s where ${which} and s.document @@ ${match} and ${days} offset 0) s`;
  // Rows are put in order without their words, which are as long as texts: only those of the newest are read after.
  const ofNewest = `cross join lateral (select s.document from ${words.table} s where s.${words.id} = newest.id offset 0) its`;
  const held = `case when (select count(*) from found) between ${enoughRead} and ${mostCounted} then (
    select count(*)::int from (select from ${words.table} s
      cross join lateral (select from ${kind.table} it where it.id = s.${words.id} and ${kind.readable} offset 0) shown
      where ${which} and s.document @@ ${match} and ${days} limit ${mostCounted + 1}) of_all) end`;
  return {
    name: `search: ${name} ${read ? "read" : "looked up"}`,
    text: best(
      `select '${name}' as kind, id, told, ${ranked("document")} as rank from (
      select hit.* from (select * from ${hits} order by told desc, id desc limit 100000) hit
      cross join lateral (select from ${kind.table} it where it.id = hit.id and ${kind.readable} offset 0) shown
      limit ${read ? mostCounted + 1 : mostOwn} offset 0) newest ${read ? "" : ofNewest}`,
      read ? held : undefined,
    ),
    values: [...valuesOf(asked), asked.from, asked.to],
  };
}

/** True where the newest texts are read before words are looked up: where each word, or a phrase, is probably in many. */
export function isRead(asked: Asked): boolean {
  if (isFiltered(asked)) return false;
  const { stems, partly, match: looked, total } = asked.words;
  if (partly) return stems[0]!.texts > many;
  if (!looked.includes("<")) return stems.every(({ texts }) => texts > many);
  const all = Math.max(total, 1, ...stems.map(({ texts }) => texts));
  return stems.reduce((sum, { texts }) => (sum * texts) / all, all) > many;
}

/** The same, of a group or of a place: planned for these very words each time. */
function filteredSql(name: string, kind: SearchedKind, words: SearchedWords, asked: Asked): SearchStatement {
  const values = valuesOf(asked);
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = [kind.readable, words.which ?? "true", "s.document @@ $1::tsquery"];
  if (asked.group !== null)
    conditions.push(`${kind.group} = (select id from working_group where slug = ${bind(asked.group)})`);
  if (asked.territories) conditions.push(`${kind.territory} = any(${bind(asked.territories)}::uuid[])`);
  if (asked.region !== null && kind.inRegion) conditions.push(kind.inRegion(bind(asked.region)));
  if (asked.from !== null) conditions.push(`${kind.on} >= ${bind(asked.from)}::date`);
  if (asked.to !== null) conditions.push(`${kind.on} <= ${bind(asked.to)}::date`);
  const text = best(`select '${name}' as kind, id, told, ${ranked("document")} as rank from (
    select it.id, ${kind.on} as told, s.document from ${kind.table} it join ${words.table} s on s.${words.id} = it.id
    where ${conditions.join(" and ")} order by ${kind.on} desc, it.id desc limit ${mostOwn}) newest`);
  return { text, values };
}

/** Statement for all that shares its words with other kinds: those whose title holds them, and some of each kind. */
export function sharedSql(asked: Asked): SearchStatement {
  const kinds = searchedKinds().filter(([, kind]) => !kind.words);
  const of = kinds.map(
    ([name, kind]) => `select s.*, it.* from hit s cross join lateral (
      select ${kind.on} as told, ${kind.group} as group_id, ${kind.territory} as territory_id
      from ${kind.table} it where it.id = s.id and ${kind.readable} offset 0) it where s.kind = '${name}'`,
  );
  const text = best(`with hit as materialized (select s.* from (
      select id from (select id from search_text where ts_filter(document, '{a}') @@ ${match} limit ${mostTitles}) titled
      union select one.id from unnest($10::text[]) name cross join lateral (
        select id from search_text where kind = name and document @@ ${match} limit $11) one
    ) found cross join lateral (select kind, id, document from search_text where id = found.id offset 0) s)
    select f.kind, f.id, f.told, ${ranked("f.document")} as rank from (${of.join(" union all ")}) f
    where ${isOpened("f.group_id")}
      and ($12::text is null or f.group_id = (select id from working_group where slug = $12))
      and ($13::uuid[] is null or f.territory_id = any($13::uuid[]))
      and ($14::date is null or f.told >= $14::date) and ($15::date is null or f.told <= $15::date)`);
  const filtered = isFiltered(asked) || asked.from !== null || asked.to !== null;
  const { group, territories, from, to } = asked;
  return {
    name: "search: shared",
    text,
    values: [
      ...valuesOf(asked),
      kinds.map(([name]) => name),
      filtered ? mostOfKind.filtered : mostOfKind.all,
      ...[group, territories, from, to],
    ],
  };
}
