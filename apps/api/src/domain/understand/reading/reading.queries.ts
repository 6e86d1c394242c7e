/**
 * Ids of contributions are drawn at random, so their order is a draw that no date bends. Each reader walks it
 * round from a place of their own, a digest of their id: two readers do not begin with the same texts, and the
 * primary key serves it (20 among 10,000 in 7 ms).
 */
import { createHash } from "node:crypto";
import type { ReadingFilter } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { linked } from "../../../platform/data/linked.ts";
import { connection, type Page, pageOf } from "../../../platform/data/paginate.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Contribution, Contributions } from "../../listen/contribution/contribution.entity.ts";
import type { ContributionConnection } from "../../listen/contribution/contribution.list.ts";
import { countQueue, type QueueCounts } from "./left.queries.ts";
import { conditions, type Conditions, receivedBy, theirs } from "./reading.filter.ts";
import { keptForTwo } from "../passage/keptForTwo.queries.ts";
import { blocksToRead, contributionOrBlock } from "./minutes.queries.ts";
import { publishedMinutes } from "../../meet/minutes/minutes.sql.ts";

/** Contributions that a rapporteur reads: those of these groups, of all of them when null. */
export interface ReadingDesk {
  groups: string[] | null;
}

/** A contribution on the reading desk, among those of a filter. */
export interface ReadingText extends ReadingDesk {
  contribution: Contribution;
  filter: ReadingFilter | null | undefined;
}

interface QueueRequest {
  filter?: ReadingFilter | null;
  first?: number | null;
  after?: string | null;
}

/** A page of what is to be read, in the order drawn for this reader. It is counted only when that is asked. */
export async function queue(
  context: Context,
  readingDesk: ReadingDesk,
  args: QueueRequest,
): Promise<ContributionConnection> {
  const page = pageOf(args, 1);
  const [after] = page.after ?? [];
  if (args.filter?.minutes) return minutesQueue(context, readingDesk, args.filter, page);
  const from = idOf(after);
  const asked = conditions(readingDesk, args.filter, context, await isOnward(context, from));
  const ids = await following(context, asked, from, page.limit + 1);
  const rows = await Promise.all(ids.map(async (id) => context.load(Contributions, id)));
  const there = rows.filter((row) => row !== null);
  let counts: ReturnType<typeof countQueue> | undefined;
  const counted = () => (counts ??= countQueue(context, readingDesk, args.filter));
  return {
    ...connection(there, page, ({ id }) => [id]),
    totalCount: async () => (await counted()).totalCount,
    unpublishedCount: async () => (await counted()).unpublishedCount,
  };
}

/** A page of the blocks of minutes. */
async function minutesQueue(context: Context, { groups }: ReadingDesk, filter: ReadingFilter, page: Page) {
  const all = await blocksToRead(context, groups, filter);
  const from = page.after ? all.findIndex(({ id }) => id === page.after![0]) + 1 : 0;
  const listed = all.slice(from).filter((block) => block.listed);
  const rows = await Promise.all(listed.slice(0, page.limit + 1).map(({ id }) => contributionOrBlock(context, id)));
  return {
    ...connection(
      rows.filter((row) => row !== null),
      page,
      ({ id }) => [id],
    ),
    totalCount: all.filter((block) => block.listed).length,
    unpublishedCount: 0,
  };
}

const idOf = (value: unknown) => (typeof value === "string" && isId(value) ? value.toLowerCase() : null);

/** Counts the contributions in the queue. */
export async function toRead(
  context: Context,
  readingDesk: ReadingDesk,
  filter: ReadingFilter | null | undefined,
): Promise<QueueCounts> {
  if (!filter?.minutes) return countQueue(context, readingDesk, filter);
  const blocks = await blocksToRead(context, readingDesk.groups, filter);
  return { totalCount: blocks.filter(({ listed }) => listed).length, unpublishedCount: 0 };
}

/**
 * Start of the viewer's queue. Ids of contributions are drawn at random: read in their order, from a place of each
 * reader's own, they make an order that no date bends, that stays, and that an index knows.
 */
const beginning = ({ viewer }: Context) => {
  const hex = createHash("md5").update(`queue ${viewer.id}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
};

/** True of a place in the queue after those that somebody else keeps for two: from one of them one goes to the next. */
const isOnward = async (context: Context, id: string | null) =>
  id !== null && !(await keptForTwo(context, id))?.byAnother;

/** The ids that follow one in the queue; those at its head when none is given. */
function following(context: Context, { parts, values }: Conditions, after: string | null, limit: number) {
  const [first, ...then] = parts.map((part, index) => inPart(part, roundFrom(context, index ? null : after)));
  return walk(context, [...first!, ...then.flat()], values, limit, "asc");
}

/** The round of a reader from an id, or from its beginning. */
function roundFrom(context: Context, after: string | null): Leg[] {
  const start = beginning(context);
  if (after !== null && after < start) return [{ above: after, below: start }];
  return [after ? { above: after } : { from: start }, { below: start }];
}

/** The ids that come before one, nearest first. */
function preceding(context: Context, { parts, values }: Conditions, before: string, limit: number) {
  const start = beginning(context);
  const legs: Leg[] = before >= start ? [{ from: start, below: before }] : [{ below: before }, { from: start }];
  return walk(context, inPart(parts[0]!, legs), values, limit, "desc");
}

/** A part of the queue: the texts between two ids. */
interface Leg {
  from?: string;
  above?: string;
  below?: string;
}

const signs = { from: ">=", above: ">", below: "<" };

const inPart = (where: string, legs: Leg[]) => legs.map((leg) => ({ where, leg }));

/** One part of the order, then the other: each is a walk along the primary key. */
async function walk(
  { joined, batch }: Context,
  legs: { where: string; leg: Leg }[],
  before: unknown[],
  limit: number,
  direction: "asc" | "desc",
) {
  const values = [...before];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const parts = legs.map(({ where, leg }, lap) => {
    const bounds = Object.entries(leg).map(([side, id]) => `c.id ${signs[side as keyof Leg]} ${bind(id)}`);
    return `(select ${lap} as lap, c.id from contribution c where ${[where, ...bounds].join(" and ")}
      order by c.id ${direction} limit ${bind(limit)})`;
  });
  const text = `select id from (${parts.join(" union all ")}) walked order by lap, id ${direction} limit ${bind(limit)}`;
  // A page and what is near to its texts walk the same way.
  const loader = batch(`${text} ${JSON.stringify(values)}`, async (keys) => {
    const ids = (await joined<{ id: string }>(null, text, values)).map(({ id }) => id);
    return new Map(keys.map((key) => [key, ids]));
  });
  return (await loader("ids"))!;
}

/** A contribution that may be read on the reading desk, or a block of minutes. */
export async function textToRead(
  context: Context,
  { groups }: ReadingDesk,
  asked: string,
  filter: ReadingFilter | null | undefined,
): Promise<ReadingText | null> {
  const id = idOf(asked);
  if (!id) return null;
  const tail = `join contribution c on c.id = it.id where it.id = $2 and (${theirs("$1")} or ${receivedBy("$1")})`;
  const [text] = await rowsOf(context.db, Contributions, "reading: text", tail, [groups, id]);
  const contribution = text ?? (await blockToRead(context, groups, id));
  if (!contribution) return null;
  const found = { groups, contribution, filter };
  // Its sheet is read before what hangs from it, so that this is asked of all its texts at once.
  await textsOfResponse(context, found);
  return found;
}

/** A block of published minutes of which no text was made. */
async function blockToRead(context: Context, groups: string[] | null, id: string): Promise<Contribution | null> {
  const text = `select b.id from minutes_block b join minutes m on m.id = b.minutes_id and ${publishedMinutes("m")}
      join meeting t on t.id = m.meeting_id
    where b.id = $2 and ($1::uuid[] is null or t.group_id = any($1::uuid[]))
      and not exists (select from contribution c where c.id = b.id)`;
  const [found] = await prepared<{ id: string }>(context.db, "reading: block", text, [groups, id]);
  return found ? contributionOrBlock(context, id) : null;
}

/** The texts of a response that this desk reads, in the order of the questions: one sheet. */
export async function textsOfResponse(context: Context, it: ReadingText): Promise<ReadingText[]> {
  const { contribution, groups } = it;
  if (!contribution.responseId) return [it];
  const rows = await linked(
    context,
    "reading: of response",
    Contributions,
    `it.response_id as key from contribution it join contribution c on c.id = it.id
       left join question q on q.id = it.question_id
     where it.response_id = any($1::uuid[]) and (${theirs("(select $2::uuid[])")} or ${receivedBy("(select $2::uuid[])")}) order by q.position, it.id`,
    contribution.responseId,
    [groups],
  );
  const there = rows.some(({ id }) => id === contribution.id);
  return (there ? rows : [contribution, ...rows]).map((row) => ({ ...it, contribution: row }));
}

/**
 * The conditions of a sheet: the first text of each response in this reader's order, among those that meet them, and
 * none of the response that is read now.
 */
function ofOtherSheets(context: Context, { parts, values: before }: Conditions, { responseId }: Contribution) {
  const values = [...before];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const start = `${bind(beginning(context))}::uuid`;
  const sheet = bind(responseId);
  const first = (where: string) => `(select count(*) from (select from (select c.response_id as response, c.id) one
    cross join lateral (select from contribution c where c.response_id = one.response
      and (c.id < ${start}, c.id) < (one.id < ${start}, one.id) and ${where}) earlier limit 1) others) = 0`;
  const other = (where: string) =>
    `${where} and (c.response_id is null or c.response_id is distinct from ${sheet}::uuid) and ${first(where)}`;
  return { parts: parts.map(other), values };
}

export async function nextText(context: Context, { contribution, filter, groups }: ReadingText) {
  if (filter?.minutes) {
    const all = await blocksToRead(context, groups, filter);
    const at = all.findIndex(({ id }) => id === contribution.id);
    return all.slice(at + 1).find(({ listed }) => listed)?.id ?? null;
  }
  const onward = await isOnward(context, contribution.id);
  const others = ofOtherSheets(context, conditions({ groups }, filter, context, onward), contribution);
  const [id] = await following(context, others, contribution.id, 1);
  return id ?? null;
}

export async function previousText(context: Context, { contribution, filter, groups }: ReadingText) {
  if (filter?.minutes) {
    const all = await blocksToRead(context, groups, filter);
    return all[all.findIndex(({ id }) => id === contribution.id) - 1]?.id ?? null;
  }
  // At the turn of the next one, with which it goes.
  await isOnward(context, contribution.id);
  const read = conditions({ groups }, { ...filter, unread: false }, context);
  const others = ofOtherSheets(context, read, contribution);
  const [id] = await preceding(context, others, contribution.id, 1);
  return id ?? null;
}
