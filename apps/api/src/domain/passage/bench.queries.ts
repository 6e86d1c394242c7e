import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { BenchFilter } from "../../graphql/resolvers.generated.ts";
import type { Context } from "../../platform/context.ts";
import { dayOf, zone } from "../../platform/day.ts";
import { connection, pageOf } from "../../platform/paginate.ts";
import { prepared } from "../../platform/statement.ts";
import { isId } from "../../platform/text.ts";
import { type Contribution, Contributions } from "../contribution/contribution.entity.ts";
import type { ContributionList } from "../contribution/contribution.list.ts";
import { cited, conditions, type Conditions, countWithoutFollowUp, theirs } from "./bench.filter.ts";

/** What a rapporteur reads: the contributions of these groups, of all of them when null. */
export interface Bench {
  groups: string[] | null;
}

/** A contribution on the bench, among those of a filter. */
export interface BenchContribution extends Bench {
  contribution: Contribution;
  filter: BenchFilter | null | undefined;
}

interface Asked {
  filter?: BenchFilter | null;
  first?: number | null;
  after?: string | null;
}

/** A page of what is to be read, in the order drawn for this reader. It is counted only when that is asked. */
export async function queue(context: Context, bench: Bench, args: Asked): Promise<ContributionList> {
  const page = pageOf(args, 1);
  const [after] = page.after ?? [];
  const where = conditions(bench, args.filter, context);
  const ids = await following(context, where, idOf(after), page.limit + 1);
  const rows = await Promise.all(ids.map((id) => context.load(Contributions, id)));
  const there = rows.filter((row) => row !== null);
  let counts: ReturnType<typeof countOf> | undefined;
  const counted = () => (counts ??= countOf(context.db, where));
  return {
    ...connection(there, page, ({ id }) => [id]),
    totalCount: async () => (await counted()).totalCount,
    unpublishedCount: async () => (await counted()).unpublishedCount,
  };
}

const idOf = (value: unknown) => (typeof value === "string" && isId(value) ? value.toLowerCase() : null);

/** How many are in the queue. */
export async function toRead(context: Context, bench: Bench, filter: BenchFilter | null | undefined) {
  return (await countOf(context.db, conditions(bench, filter, context))).totalCount;
}

async function countOf(db: EntityManager, { where, values }: Conditions) {
  const [counts] = await db.query<[{ totalCount: number; unpublishedCount: number }]>(
    `select count(*)::int as "totalCount", (count(*) filter (where c.status = 'UNPUBLISHED'))::int as "unpublishedCount"
     from contribution c where ${where}`,
    values,
  );
  return counts;
}

/**
 * Where this reader begins. Ids of contributions are drawn at random: read in their order, round from a place that is
 * each reader's own, they make an order that no date bends, that stays, and that an index knows.
 */
const beginning = ({ viewer }: Context) => {
  const hex = createHash("md5")
    .update(viewer.id ?? "")
    .digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
};

/** The ids that follow one in the queue; those at its head when none is given. */
function following(context: Context, where: Conditions, after: string | null, limit: number) {
  const start = beginning(context);
  if (after !== null && after < start) return walk(context, where, limit, "asc", [{ above: after, below: start }]);
  return walk(context, where, limit, "asc", [after ? { above: after } : { from: start }, { below: start }]);
}

/** The ids that come before one, nearest first. */
function preceding(context: Context, where: Conditions, before: string, limit: number) {
  const start = beginning(context);
  if (before >= start) return walk(context, where, limit, "desc", [{ from: start, below: before }]);
  return walk(context, where, limit, "desc", [{ below: before }, { from: start }]);
}

/** A part of the order: what lies between two ids. */
interface Leg {
  from?: string;
  above?: string;
  below?: string;
}

const signs = { from: ">=", above: ">", below: "<" };

/** One part of the order, then the other: each is a walk along the primary key. */
async function walk({ db }: Context, filter: Conditions, limit: number, direction: "asc" | "desc", legs: Leg[]) {
  const values = [...filter.values];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const parts = legs.map((leg, lap) => {
    const bounds = Object.entries(leg).map(([side, id]) => `c.id ${signs[side as keyof Leg]} ${bind(id)}`);
    return `(select ${lap} as lap, c.id from contribution c where ${[filter.where, ...bounds].join(" and ")}
      order by c.id ${direction} limit ${bind(limit)})`;
  });
  const text = `select id from (${parts.join(" union all ")}) walked order by lap, id ${direction} limit ${bind(limit)}`;
  return (await db.query<{ id: string }[]>(text, values)).map(({ id }) => id);
}

/** A contribution that may be read on the bench. */
export async function contributionOnBench(
  context: Context,
  bench: Bench,
  id: string,
  filter: BenchFilter | null | undefined,
): Promise<BenchContribution | null> {
  if (!isId(id)) return null;
  const { where, values } = conditions(bench, { unread: false }, context);
  const text = `select c.id from contribution c where ${where} and c.id = $${values.length + 1}`;
  const [found] = await context.db.query<{ id: string }[]>(text, [...values, id]);
  const contribution = await context.load(Contributions, found?.id);
  return contribution && { ...bench, contribution, filter };
}

export async function nextOnBench(context: Context, { contribution, filter, groups }: BenchContribution) {
  const [id] = await following(context, conditions({ groups }, filter, context), contribution.id, 1);
  return id ?? null;
}

export async function previousOnBench(context: Context, { contribution, filter, groups }: BenchContribution) {
  const where = conditions({ groups }, { ...filter, unread: false }, context);
  const [id] = await preceding(context, where, contribution.id, 1);
  return id ?? null;
}

/** Whether anybody of the team read a contribution. */
export async function isRead(context: Context, contributionId: string): Promise<boolean> {
  const read = context.batch("contribution is read", async (keys) => {
    const rows = await prepared<{ id: string }>(
      context.db,
      "contribution is read",
      `select distinct contribution_id as id from reading where contribution_id = any($1::uuid[])`,
      [keys],
    );
    return new Map(rows.map(({ id }) => [id, true]));
  });
  return (await read(contributionId)) ?? false;
}

/** The bench in numbers, all of them in one statement. */
export interface BenchFigures {
  read: number;
  readToday: number;
  marked: number;
  cited: number;
  withoutFollowUp: number;
}

const figuresText = `select
  (select count(distinct r.contribution_id)::int from reading r
    join contribution c on c.id = r.contribution_id where ${theirs("$1")}) as "read",
  (select count(*)::int from reading where person_id = $2 and read_at >= $3::date at time zone '${zone}') as "readToday",
  (select count(distinct p.contribution_id)::int from passage p
    join contribution c on c.id = p.contribution_id where ${theirs("$1")}) as "marked",
  (select count(*)::int from contribution c where ${theirs("$1")} and c.id in (${cited})) as "cited",
  (${countWithoutFollowUp("$4", theirs("$1"))}) as "withoutFollowUp"`;

export async function benchFigures(context: Context, { groups }: Bench): Promise<BenchFigures> {
  const figures = context.batch("bench figures", async (keys) => {
    const [row] = await prepared<BenchFigures>(context.db, "bench figures", figuresText, [
      groups,
      context.viewer.id,
      dayOf(context.now),
      dayOf(context.now, -14),
    ]);
    return new Map(keys.map((key) => [key, row!]));
  });
  return (await figures("all"))!;
}
