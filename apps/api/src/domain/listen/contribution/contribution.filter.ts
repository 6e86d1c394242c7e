import { LRUCache } from "lru-cache";
import type { ContributionFilter } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { zone } from "../../../platform/day.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { isId } from "../../../platform/text/text.ts";
import type { Territory } from "../../ground/territory/territory.entity.ts";
import { territoryOf } from "../../ground/territory/territory.queries.ts";

/** Longer than this, a search is cut: nobody looks for so many words. */
const longestSearch = 200;

/** A filter made ready: what is looked up before the list, so that its statement goes straight to an index. */
export interface Narrowing {
  filter: ContributionFilter;
  /** Null when none is asked for; false when there is none of that slug. */
  territory: Pick<Territory, "id" | "kind"> | null | false;
  /** The words to look for, as PostgreSQL reads them; null when there is none. */
  words: string | null;
}

/** The words of recent searches as PostgreSQL reads them, false where it reads none: the same typed always gives the same. */
const recentWords = new LRUCache<string, string | false>({ max: 1000 });

async function wordsOf({ db }: Context, typed: string): Promise<string | null> {
  let words = recentWords.get(typed);
  if (words === undefined) {
    const text = "select search_query($1)::text as words";
    words = (await prepared<{ words: string | null }>(db, "contribution: words", text, [typed]))[0]!.words ?? false;
    recentWords.set(typed, words);
  }
  return words || null;
}

/** Looks up what a filter names. No statement where it was looked up before: territories and words are kept. */
export async function narrowed(context: Context, given: ContributionFilter | null | undefined): Promise<Narrowing> {
  const filter = given ?? {};
  const search = (filter.search ?? "").slice(0, longestSearch).toWellFormed().replaceAll("\0", " ");
  const [place, wanted] = await Promise.all([
    filter.territory ? territoryOf(context, filter.territory) : null,
    search.trim() ? wordsOf(context, search) : null,
  ]);
  return { filter, territory: filter.territory ? (place ?? false) : null, words: wanted };
}

/**
 * Conditions for contributions within a territory. A response without a name only counts in its region. A region of
 * 2012 lies within one of today, whose newest texts an index knows.
 */
const within = {
  DEPARTMENT: (id: string) => `it.territory_id = ${id} and (it.appearance = 'NAMED' or it.response_id is null)`,
  REGION: (id: string) => `it.region_id = ${id}`,
  REGION_2012: (id: string) => `it.region_id = (select t.region_id from territory t where t.id = ${id})
    and it.territory_id in (select t.id from territory t where t.id = ${id} or t.region2012_id = ${id})`,
};

/**
 * Condition for contributions to the objective of a synthesis after the day its version in force was published. The
 * filter takes a synthesis, not a day: the count of unpublished texts by day and place would tell when somebody kept
 * theirs.
 */
const after = (slug: string) => `it.objective_id = (select s.objective_id from synthesis s where s.slug = ${slug})
  and coalesce(it.imported_on, it.contributed_on) > (select (v.published_at at time zone '${zone}')::date from synthesis s
    join synthesis_version v on v.synthesis_id = s.id and v.version = s.version and v.state = 'PUBLISHED'
    where s.slug = ${slug})`;

const kindLetter = { DEPARTMENT: "D", REGION: "R", REGION_2012: "T" } as const;

/** A part of a statement: its WHERE, its values, and a letter for each of its conditions to name the statement by. */
export interface Where {
  shape: string;
  /** True if words alone narrow the list: `s` tells all that is asked of `it`, which is not looked up. */
  wordsAlone: boolean;
  text: string;
  values: unknown[];
  /** Adds a value; answers with its place. */
  bind(value: unknown): string;
}

/**
 * The filter as a WHERE on visible contributions `it`; the search, where it counts, on their words `s`. Their status is
 * written in it: for a value PostgreSQL makes a plan at each request, which takes longer than the newest twelve.
 */
export function whereOf({ filter, territory, words }: Narrowing, searched: boolean): Where {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions: string[] = [];
  let shape = "";
  const add = (letter: string, condition: string) => {
    shape += letter;
    conditions.push(condition);
  };
  const { objective, theme, question, channel, sector, since, notRetained } = filter;
  if (objective) add("o", `it.objective_id = (select o.id from objective o where o.slug = ${bind(objective)})`);
  if (theme) add("t", `it.theme_id = (select t.id from theme t where t.slug = ${bind(theme)})`);
  if (question) add(isId(question) ? "q" : "n", isId(question) ? `it.question_id = ${bind(question)}` : "false");
  if (territory) add(kindLetter[territory.kind], within[territory.kind](bind(territory.id)));
  if (territory === false) add("n", "false");
  if (channel) add("c", `it.channel = ${bind(channel)}`);
  if (sector) add("s", `it.sectors <> '{}' and it.sectors @> array[${bind(sector)}]`);
  if (since) add("p", after(bind(since.replaceAll("\0", ""))));
  if (notRetained) add("x", "it.not_retained is not null");
  if (searched && words !== null) add("w", `s.document @@ ${bind(words)}::tsquery`);
  const wordsAlone = shape === "w";
  const text = [wordsAlone ? "s.shown" : "it.status = 'VISIBLE'", ...conditions].join(" and ");
  return { shape, wordsAlone, text, values, bind };
}
