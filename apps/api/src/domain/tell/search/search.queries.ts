import type { Problem, SearchKind } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { connection, type Page, pageOf } from "../../../platform/data/paginate.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { type SearchedKind, searchedKinds } from "../../../platform/searched.ts";
import { isOpened } from "../../ground/group/group.sql.ts";
import { closes, extractOf, opens, type SearchExtract } from "./search.extract.ts";
import { type Asked, foundSql } from "./search.sql.ts";
import { asked, begun, meant, readable } from "./search.words.ts";

interface Wanted {
  query: string;
  kinds?: readonly SearchKind[] | null;
  group?: string | null;
  territory?: string | null;
  from?: string | null;
  to?: string | null;
  first?: number | null;
  after?: string | null;
}

export interface SearchCount {
  kind: SearchKind;
  count: number;
  more: boolean;
}

export interface SearchResult {
  id: string;
  kind: SearchKind;
  title: SearchExtract | null;
  extract: SearchExtract | null;
  path: string;
  on: string | null;
  territoryId: string | null;
}

export interface SearchTitle {
  id: string;
  kind: SearchKind;
  title: string;
  path: string;
}

export interface SearchConnection {
  nodes: SearchResult[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  counts: SearchCount[];
  searched: boolean;
  instead: string | null;
  problems: Problem[];
}

const nothing: SearchConnection = {
  nodes: [],
  pageInfo: { endCursor: null, hasNextPage: false },
  counts: [],
  searched: false,
  instead: null,
  problems: [],
};

/** What holds the words and may be read, the best first; where nothing does, what holds words that resemble them. */
export async function search(context: Context, wanted: Wanted): Promise<SearchConnection> {
  const { db } = context;
  const page = pageOf(wanted, 3, 50);
  const problems = problemsOf(wanted);
  if (problems.length) return { ...nothing, problems };
  const typed = readable(wanted.query);
  const [words, place] = await Promise.all([typed ? asked(db, typed) : null, placeOf(context, wanted.territory)]);
  if (!words) return nothing;
  const filter = { ...place, group: filled(wanted.group), from: filled(wanted.from), to: filled(wanted.to) };
  const found = await foundBy(context, { words, ...filter }, wanted.kinds, page);
  if (found.counts.length) return { ...found, searched: true };
  const others = await meant(db, typed);
  if (!others || others === words) return { ...nothing, searched: true };
  const near = await foundBy(context, { words: others, ...filter }, wanted.kinds, page);
  if (!near.counts.length) return { ...nothing, searched: true };
  return { ...near, searched: true, instead: wordsIn(near.nodes) };
}

const filled = (value: string | null | undefined) => value?.replaceAll("\0", "") || null;

const day = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string) => day.test(text) && (new Date(text).toJSON() ?? "").startsWith(text);

function problemsOf({ from, to }: Wanted): Problem[] {
  const problem = (field: string): Problem => ({ code: "NOT_A_DATE", field, value: null });
  return [...(from && !isDay(from) ? [problem("from")] : []), ...(to && !isDay(to) ? [problem("to")] : [])];
}

/** The territory of a slug, with those within it; none at all where no territory has that slug. */
async function placeOf(
  { db }: Context,
  given: string | null | undefined,
): Promise<Pick<Asked, "territories" | "region">> {
  const slug = filled(given);
  if (!slug) return { territories: null, region: null };
  const text = `select asked.region_id as "regionId", array_agg(place.id) as ids from territory asked
    join territory place on asked.id in (place.id, place.region_id, place.region2012_id)
    where asked.slug = $1 group by asked.id`;
  const [found] = await prepared<{ regionId: string | null; ids: string[] }>(db, "search: place", text, [slug]);
  return { territories: found?.ids ?? [], region: found?.regionId ?? null };
}

interface Found {
  kind: SearchKind;
  id: string;
  told: string | null;
  rank: number;
}

/** More are not counted. */
const mostCounted = 100;

async function foundBy(context: Context, filter: Asked, kinds: Wanted["kinds"], page: Page) {
  const { text, values, bind } = foundSql(filter);
  const conditions = [
    ...(kinds?.length ? [`kind = any(${bind(kinds)}::text[])`] : []),
    ...(page.after
      ? [
          `(rank, coalesce(told, '-infinity'), id) < (${bind(page.after[0])}::int, coalesce(${bind(page.after[1])}::date, '-infinity'), ${bind(page.after[2])}::uuid)`,
        ]
      : []),
  ];
  // Planned for these very words each time: a rare one is looked up, a common one met by walking from the newest.
  const [answer] = await context.db.query<[{ counts: Record<string, number> | null; rows: Found[] | null }]>(
    `with found as materialized (${text})
     select (select json_object_agg(kind, count) from (select kind, count(*)::int as count from found group by kind) c) as counts,
       (select json_agg(best) from (select * from found ${conditions.length ? `where ${conditions.join(" and ")}` : ""}
         order by rank desc, coalesce(told, '-infinity') desc, id desc limit ${page.limit + 1}) best) as rows`,
    values,
  );
  const { nodes, pageInfo } = connection(answer.rows ?? [], page, ({ rank, told, id }) => [rank, told, id]);
  return {
    nodes: await shown(context, nodes, filter.words),
    pageInfo,
    counts: searchedKinds().flatMap(([name]) => {
      const count = answer.counts?.[name] ?? 0;
      return count
        ? [{ kind: name as SearchKind, count: Math.min(count, mostCounted), more: count > mostCounted }]
        : [];
    }),
    instead: null,
    problems: [],
  };
}

/** A copy of a text with its marks. What parts words there, or would be read as a tag, is a blank: positions stay. */
const headline = (text: string, words: string) =>
  `ts_headline('public.french_search', translate(${text}, '<>/@._’', '       '), ${words}::tsquery, 'HighlightAll=true, StartSel="${opens}", StopSel="${closes}"')`;

interface Shown {
  id: string;
  title: string | null;
  titleMarked: string | null;
  text: string | null;
  marked: string | null;
  path: string;
  territoryId: string | null;
}

const shownSql = ({ table, title, texts, path, territory }: SearchedKind) => `
  select row.id, row.title, ${headline("row.title", "$2")} as "titleMarked", best.text, ${headline("best.text", "$2")} as marked,
    row.path || coalesce(best.anchor, '') as path, row.territory_id as "territoryId"
  from ${table} it
  cross join lateral (select it.id, ${title} as title, ${path} as path, ${territory} as territory_id) row
  left join lateral (
    select part.anchor, part.text from (${texts}) part where part.text <> ''
    order by ts_rank_cd(search_document(part.text), $3::tsquery) desc limit 1
  ) best on true
  where it.id = any($1::uuid[])`;

/** The page of what was found, each with its title and the text that answers best. */
async function shown({ db }: Context, found: Found[], words: string): Promise<SearchResult[]> {
  const any = words.replaceAll(/ & | <(?:-|\d+)> /g, " | ");
  const all = await Promise.all(
    searchedKinds().map(async ([name, kind]) => {
      const ids = found.flatMap((one) => (one.kind === name ? [one.id] : []));
      if (!ids.length) return [];
      return prepared<Shown>(db, `search: shown ${name}`, shownSql(kind), [ids, words, any]);
    }),
  );
  const byId = new Map(all.flat().map((row) => [row.id, row]));
  return found.flatMap(({ id, kind, told }) => {
    const row = byId.get(id);
    if (!row) return [];
    const { title, titleMarked, text, marked, path, territoryId } = row;
    return {
      id,
      kind,
      title: title === null ? null : extractOf(title, titleMarked!),
      extract: text === null ? null : extractOf(text, marked!),
      path,
      on: told,
      territoryId,
    };
  });
}

/** The words that stand in place of those that were typed, as the first results write them. */
function wordsIn(nodes: SearchResult[]): string | null {
  for (const { title, extract } of nodes)
    for (const it of [title, extract])
      if (it?.ranges.length) {
        const words = it.ranges.flatMap((start, at) =>
          at % 2 ? [] : [it.text.slice(start, it.ranges[at + 1]).toLowerCase()],
        );
        return [...new Set(words)].join(" ");
      }
  return null;
}

/** Subjects whose title begins as the words do. */
export async function searchTitles({ db }: Context, typed: string): Promise<SearchTitle[]> {
  const words = await begun(db, typed);
  if (!words) return [];
  const kinds = searchedKinds().filter(([, kind]) => !kind.words);
  const text = `select f.kind, f.id, f.title, f.path from (
      select kind, id, document from search_text where document @@ $1::tsquery order by id desc limit 500) s
    cross join lateral (${kinds
      .map(
        ([name, kind]) => `select '${name}' as kind, it.id, ${kind.title} as title, ${kind.path} as path
        from ${kind.table} it where s.kind = '${name}' and it.id = s.id and ${kind.readable} and ${isOpened(kind.group)}`,
      )
      .join(" union all ")}) f
    where ts_filter(s.document, '{a}') @@ $1::tsquery
    order by ts_rank_cd('{0, 0, 0, 1}', s.document, $1::tsquery, 1) desc, f.title, f.id limit 8`;
  return prepared<SearchTitle>(db, "search: titles", text, [words]);
}
