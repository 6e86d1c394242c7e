import type { ContributionFilter } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { connection, type Page, pageOf } from "../../../platform/data/paginate.ts";
import { endNow } from "../../../platform/data/state.ts";
import { columnsOf, prepared } from "../../../platform/data/statement.ts";
import { type Contribution, Contributions } from "./contribution.entity.ts";
import { type Narrowing, narrowed, type Where, whereOf } from "./contribution.filter.ts";
import { keptCount, keptUnpublished } from "./kept.sql.ts";

/** A search ranks the newest that it finds, and counts no further: all the people need is to narrow it. */
const mostFound = 1000;

/** A page of contributions; its counts are read only when they are asked for. */
export interface ContributionConnection {
  nodes: Contribution[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  totalCount: number | (() => Promise<number>);
  unpublishedCount: number | null | (() => Promise<number>);
  /** True if words were searched for; false when the search holds only small words. */
  searched?: boolean;
  /** The words of the filter, as they were typed. */
  sought?: string | null;
}

interface Paging {
  first?: number | null;
  after?: string | null;
}

const isFiltered = (filter: ContributionFilter | null | undefined) =>
  Object.values(filter ?? {}).some((value) => value !== null && value !== undefined && value !== "");

/** Contributions that can be read, newest first; ranked by relevance when searched. */
export async function contributions(
  context: Context,
  filter: ContributionFilter | null | undefined,
  paging: Paging,
): Promise<ContributionConnection> {
  const narrowing = await narrowed(context, filter);
  const searched = narrowing.words !== null;
  const page = pageOf(paging, searched ? 3 : 2, 50);
  const found = await (searched ? ranked : newest)(context, narrowing, page);
  return {
    ...found,
    totalCount: () =>
      countOf(context, narrowing, searched, page.after || found.pageInfo.hasNextPage ? null : found.nodes.length),
    // Counted before and after one answer, a filter would tell what is not published of it.
    unpublishedCount: isFiltered(filter) ? null : () => unpublishedCount(context),
    searched,
    sought: filter?.search ?? null,
  };
}

/**
 * Number of rows read for a page. It is written in the statement, one of few lengths, so that PostgreSQL keeps its plan.
 * A length among its values is planned at each request, which takes longer than twelve texts.
 */
const readFor = ({ limit }: Page) => [13, 21, 51].find((length) => length > limit)!;

/** The end of the database comes with the texts: what each names is kept, and is asked of no one. */
async function newest({ db, standsAt }: Context, narrowing: Narrowing, page: Page) {
  const where = whereOf(narrowing, false);
  const after = page.after
    ? `and (it.contributed_on, it.id) < (${page.after.map((value, at) => `${where.bind(value)}::${["date", "uuid"][at]}`).join(", ")})`
    : "";
  const rows = await prepared<Contribution & { end: string }>(
    db,
    `contribution: newest ${where.shape}${after && " after"} ${readFor(page)}`,
    `select ${columnsOf(db, Contributions)}, ${endNow} as "end" from contribution it where ${where.text} ${after}
     order by it.contributed_on desc, it.id desc limit ${readFor(page)}`,
    where.values,
  );
  standsAt(rows[0]?.end);
  return connection(rows, page, (row) => [row.contributedOn, row.id]);
}

const joined = "contribution_search s join contribution it on it.id = s.contribution_id";

/**
 * The newest that a search finds. Of all contributions, words are looked for alone: none of those is looked up. Of some,
 * the filter's order says which to look at.
 */
const newestFound = ({ wordsAlone, text }: Where) =>
  wordsAlone
    ? `select s.contribution_id as id, s.told as contributed_on, s.document from contribution_search s
       where ${text} order by s.told desc, s.contribution_id desc limit ${mostFound}`
    : `select it.id, it.contributed_on, s.document from ${joined}
       where ${text} order by it.contributed_on desc, it.id desc limit ${mostFound}`;

/** Name of the prepared statement; none for words alone: their frequency decides the plan, which is worth making anew. */
const searchNamed = (name: string, { wordsAlone }: Where) => (wordsAlone ? null : name);

async function ranked({ db }: Context, narrowing: Narrowing, page: Page) {
  const where = whereOf(narrowing, true);
  const words = where.bind(narrowing.words);
  const types = ["float4", "date", "uuid"];
  const after = page.after
    ? `where (rank, contributed_on, id) < (${page.after.map((value, at) => `${where.bind(value)}::${types[at]}`).join(", ")})`
    : "";
  const rows = await prepared<Contribution & { rank: number }>(
    db,
    searchNamed(`contribution: ranked ${where.shape}${after && " after"}`, where),
    `select ${columnsOf(db, Contributions)}, rank from (
       select * from (
         select id, contributed_on, ts_rank_cd(document, ${words}::tsquery, 1) as rank from (
           ${newestFound(where)}
         ) found
       ) ranked ${after} order by rank desc, contributed_on desc, id desc limit ${where.bind(page.limit + 1)}
     ) best join contribution it on it.id = best.id and it.status = 'VISIBLE'
     order by rank desc, it.contributed_on desc, it.id desc`,
    where.values,
  );
  return connection(rows, page, (row) => [row.rank, row.contributedOn, row.id]);
}

/** Counts a list; `seen` is the length of one that was read whole. */
async function countOf({ db }: Context, narrowing: Narrowing, searched: boolean, seen: number | null): Promise<number> {
  if (seen !== null) return seen;
  const kept = keptCount(narrowing);
  if (kept) return (await prepared<{ count: number }>(db, kept.name, kept.text, kept.values))[0]!.count;
  const where = whereOf(narrowing, searched);
  const from = where.wordsAlone ? "contribution_search s" : searched ? joined : "contribution it";
  const [found] = await prepared<{ count: number }>(
    db,
    searchNamed(`contribution: count ${where.shape}`, where),
    searched
      ? `select count(*)::int as count from (select from ${from} where ${where.text} limit ${mostFound}) found`
      : `select count(*)::int as count from ${from} where ${where.text}`,
    where.values,
  );
  return found!.count;
}

/** Number of counted texts that their authors keep unpublished. */
async function unpublishedCount({ db }: Context): Promise<number> {
  const text = `select ${keptUnpublished} as count`;
  return (await prepared<{ count: number }>(db, "contribution: unpublished", text))[0]!.count;
}

/** The contributions that came from a territory and can be read, newest first. */
export const contributionsFrom = (context: Context, { slug }: { slug: string }, paging: Paging) =>
  contributions(context, { territory: slug }, paging);
