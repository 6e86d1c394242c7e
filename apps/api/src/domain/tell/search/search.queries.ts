import type { Problem, SearchKind } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { connection, type Page, pageOf } from "../../../platform/data/paginate.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { type SearchedKind, searchedKinds } from "../../../platform/searched.ts";
import { isOpened } from "../../ground/group/group.sql.ts";
import { closes, extractOf, opens, type SearchExtract } from "./search.extract.ts";
import { type Asked, isRead, mostCounted, ownSql, sharedSql, type SearchStatement } from "./search.sql.ts";
import { asked, begun, meant, readable, someOf, type Words, wordsOf } from "./search.words.ts";

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
  partly: boolean;
  problems: Problem[];
}

const nothing: SearchConnection = {
  nodes: [],
  pageInfo: { endCursor: null, hasNextPage: false },
  counts: [],
  searched: false,
  instead: null,
  partly: false,
  problems: [],
};

/**
 * Texts that hold the words and may be read, the best first; if none does, those that hold words that resemble them; if
 * none holds them all, those that hold some. With `alone` a kind that has words of its own is searched, and no other counted.
 */
export async function search(
  context: Context,
  wanted: Wanted,
  alone: SearchKind | null = null,
): Promise<SearchConnection> {
  const { db } = context;
  const page = pageOf(wanted, 3, 50);
  const problems = problemsOf(wanted);
  if (problems.length) return { ...nothing, problems };
  const typed = readable(wanted.query);
  const [words, place] = await Promise.all([typed ? asked(db, typed) : null, placeOf(context, wanted.territory)]);
  if (!words) return nothing;
  const filter = { ...place, group: filled(wanted.group), from: filled(wanted.from), to: filled(wanted.to) };
  const by = (some: Words) => foundBy(context, { ...filter, words: some, kinds: wanted.kinds ?? null }, page, alone);
  const found = await by(words);
  if (found.counts.length) return { ...nothing, ...found, searched: true };
  const known = await meant(db, words);
  const isKnown = known.every(({ stem }) => words.stems.some((one) => one.stem === stem));
  if (!isKnown && known.length === words.stems.length) {
    const near = await by(wordsOf(known, words.total));
    if (near.counts.length) return { ...nothing, ...near, searched: true, instead: wordsIn(near.nodes) };
  }
  if (words.stems.length === 1 || known.length === 0) return { ...nothing, searched: true };
  const some = await by(someOf(known, words.total));
  return { ...nothing, ...some, searched: true, partly: some.counts.length > 0 };
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

interface Answer {
  /** Texts that hold the words, as far as they are counted, where the newest of them are enough to be ranked. */
  held: number | null;
  counts: Record<string, number> | null;
  rows: Found[] | null;
}

async function answerTo({ db }: Context, { name, text, values }: SearchStatement): Promise<Answer> {
  const [answer] = name ? await prepared<Answer>(db, name, text, values) : await db.query<[Answer]>(text, values);
  return answer!;
}

const sum = (counts: Record<string, number> | null) =>
  Object.values(counts ?? {}).reduce((total, count) => total + count, 0);

async function foundBy(context: Context, given: Omit<Asked, "after" | "limit">, page: Page, alone: SearchKind | null) {
  const all = { ...given, after: page.after, limit: page.limit };
  const own = searchedKinds().flatMap(([name, kind]) =>
    kind.words && (!alone || name === alone) ? [{ name, kind, words: kind.words }] : [],
  );
  const answers = await Promise.all([
    ...(alone ? [] : [answerTo(context, sharedSql(all))]),
    ...own.map(async ({ name, kind, words }) => {
      const answer = await answerTo(context, ownSql(name, kind, words, all));
      if (answer.held !== null && answer.held > mostCounted) return { ...answer, counts: { [name]: answer.held } };
      // The newest that were read hold few of these words together: they are looked up.
      const isFew = isRead(all) && sum(answer.counts) <= mostCounted;
      return isFew ? answerTo(context, ownSql(name, kind, words, all, true)) : answer;
    }),
  ]);
  const counts: Record<string, number> = Object.assign({}, ...answers.map((answer) => answer.counts));
  const best = answers
    .flatMap(({ rows }) => rows ?? [])
    .toSorted(better)
    .slice(0, page.limit + 1);
  const { nodes, pageInfo } = connection(best, page, ({ rank, told, id }) => [rank, told, id]);
  return {
    nodes: await shown(context, nodes, given.words),
    pageInfo,
    counts: searchedKinds().flatMap(([name]) => {
      const count = counts[name] ?? 0;
      return count
        ? [{ kind: name as SearchKind, count: Math.min(count, mostCounted), more: count > mostCounted }]
        : [];
    }),
  };
}

/** By rank, then the newest, then by id, as statements put them. */
function better(a: Found, b: Found) {
  if (a.rank !== b.rank) return b.rank - a.rank;
  if (a.told !== b.told) return (a.told ?? "") < (b.told ?? "") ? 1 : -1;
  return a.id < b.id ? 1 : -1;
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

// Making the words of a text again costs most of a page: only where one of several is chosen.
const shownSql = ({ table, title, texts, path, territory }: SearchedKind) => `
  select row.id, row.title, ${headline("row.title", "$2")} as "titleMarked", best.text, ${headline("best.text", "$2")} as marked,
    row.path || coalesce(best.anchor, '') as path, row.territory_id as "territoryId"
  from ${table} it
  cross join lateral (select it.id, ${title} as title, ${path} as path, ${territory} as territory_id) row
  left join lateral (
    select part.anchor, part.text from (
      select it.*, count(*) over () as parts from (${texts}) it where it.text <> ''
    ) part order by case when parts > 1 then ts_rank_cd(search_document(part.text), $3::tsquery) end desc limit 1
  ) best on true
  where it.id = any($1::uuid[])`;

/** The page of what was found, each with its title and the text that answers best. */
async function shown({ db }: Context, found: Found[], { match, any, partly }: Words): Promise<SearchResult[]> {
  const all = await Promise.all(
    searchedKinds().map(async ([name, kind]) => {
      const ids = found.flatMap((one) => (one.kind === name ? [one.id] : []));
      if (!ids.length) return [];
      return prepared<Shown>(db, `search: shown ${name}`, shownSql(kind), [ids, partly ? any : match, any]);
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

/** Titles that begin so and are compared. */
const mostBegun = 200;

/** Subjects whose title begins as the words do. */
export async function searchTitles({ db }: Context, typed: string): Promise<SearchTitle[]> {
  const words = await begun(db, typed);
  if (!words) return [];
  const kinds = searchedKinds().filter(([, kind]) => !kind.words);
  const text = `select f.kind, f.id, f.title, f.path from (
      select kind, id, ts_filter(document, '{a}') as title from search_text
      where ts_filter(document, '{a}') @@ (select $1::tsquery) limit ${mostBegun}) s
    cross join lateral (${kinds
      .map(
        ([name, kind]) => `select '${name}' as kind, it.id, ${kind.title} as title, ${kind.path} as path
        from ${kind.table} it where s.kind = '${name}' and it.id = s.id and ${kind.readable} and ${isOpened(kind.group)}`,
      )
      .join(" union all ")}) f
    order by ts_rank_cd('{0, 0, 0, 1}', s.title, $1::tsquery, 1) desc, f.title, f.id limit 8`;
  return prepared<SearchTitle>(db, "search: titles", text, [words]);
}
