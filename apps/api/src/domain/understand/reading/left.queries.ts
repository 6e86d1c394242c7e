import { countedOneByOne } from "@cahier/schema/limits";
import type { ReadingFilter } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { isId } from "../../../platform/text/text.ts";
import { unpublished } from "../../ground/moderation/status.sql.ts";
import { textsIn } from "../../ground/tally/text.sql.ts";
import { territories } from "../../ground/territory/territory.queries.ts";
import { keptFor } from "../passage/second.filter.ts";
import { keptTexts } from "../passage/texts.kept.ts";
import { conditions, theirs } from "./reading.filter.ts";

/** Counts of a queue: all of it, and those whose author chose not to show them. */
export interface QueueCounts {
  totalCount: number;
  unpublishedCount: number;
  /** There are more than were counted. */
  more?: boolean;
}

/** Counts the texts of a queue: by what is kept where that says it, else one by one, up to one more than are counted so. */
export async function countQueue(
  context: Context,
  desk: { groups: string[] | null },
  filter: ReadingFilter | null | undefined,
): Promise<QueueCounts> {
  const values = await keptValues(context, filter);
  if (values) {
    const asked = [desk.groups, ...values];
    const name = "reading: kept queue";
    const loader = context.batch(`${name} ${JSON.stringify(asked)}`, async (keys) => {
      const [counts] = await context.joined<QueueCounts>(name, keptText, asked);
      return new Map(keys.map((key) => [key, counts!]));
    });
    return (await loader("all"))!;
  }
  const { parts, values: bound } = conditions(desk, filter, context);
  const each = parts.map((where) => `select c.status from contribution c where ${where}`).join(" union all ");
  const [counts] = await context.db.query<[QueueCounts]>(
    `select count(*)::int as "totalCount", (count(*) filter (where ${unpublished("c")}))::int as "unpublishedCount"
     from (${each} limit ${countedOneByOne + 1}) c`,
    bound,
  );
  return { ...counts, more: counts.totalCount > countedOneByOne };
}

/** Upper limit of texts whose responses are counted: some weeks of evenings. */
const mostTexts = 2000;

/** Counts the responses that the texts of a queue are of; null where there are too many to be counted. */
export async function responsesLeft(
  context: Context,
  desk: { groups: string[] | null },
  filter: ReadingFilter | null | undefined,
): Promise<number | null> {
  if (filter?.minutes) return null;
  const { parts, values } = conditions(desk, filter, context);
  const each = parts
    .map((where) => `select c.response_id, c.id from contribution c where ${where}`)
    .join(" union all ");
  const counted = `select case when count(*) <= ${mostTexts} then count(distinct coalesce(response_id, id))::int end
    from (${each} limit ${mostTexts + 1}) c`;
  // None is looked at once the kept count says that they are too many.
  const kept = await keptValues(context, filter);
  const text = kept
    ? `select case when k."totalCount" <= ${mostTexts} then (${counted}) end as responses
       from (${keptText.replaceAll(/\$(\d)/g, (_, at) => `$${values.length + Number(at)}`)}) k`
    : `select (${counted}) as responses`;
  const asked = kept ? [...values, desk.groups, ...kept] : values;
  // At the turn of the queue itself, with which it goes.
  const loader = context.batch(`${text} ${JSON.stringify(asked)}`, async (keys) => {
    const [counts] = await context.joined<{ responses: number | null }>(null, text, asked);
    return new Map(keys.map((key) => [key, counts!]));
  });
  return (await loader("all"))!.responses;
}

/** SQL: what is kept of a queue, and one by one, few as they are, those that somebody else keeps for two. */
const keptText = `select k.total + t.total as "totalCount", k.apart + t.apart as "unpublishedCount" from (
  select ${textsIn()} as total, ${textsIn("y.unpublished")} as apart from ${keptTexts({
    groups: "$1",
    where: `(not $2::boolean or y.readers = 0)
    and ($3::text is null or y.objective_id = (select id from objective where slug = $3))
    and ($4::uuid is null or y.question_id = $4) and ($5::text is null or y.channel = $5)
    and ($6::uuid is null or y.region_id = $6)`,
  })}) k,
  (select count(*)::int as total, (count(*) filter (where ${unpublished("c")}))::int as apart from contribution c
   where $2::boolean and ${keptFor("$7")} and ${theirs("$1")}
    and ($3::text is null or c.objective_id = (select id from objective where slug = $3))
    and ($4::uuid is null or c.question_id = $4) and ($5::text is null or c.channel = $5)
    and ($6::uuid is null or c.region_id = $6)) t`;

/** Values of the statement of what is kept; null where a filter asks for more than that. */
async function keptValues(context: Context, filter: ReadingFilter | null | undefined): Promise<unknown[] | null> {
  const { objective, territory, question, channel, unread, ...others } = filter ?? {};
  if (Object.values(others).some(Boolean) || (question && !isId(question))) return null;
  const region = territory ? (await territories(context, "REGION")).find(({ slug }) => slug === territory) : null;
  if (territory && !region) return null;
  return [unread ?? true, objective ?? null, question ?? null, channel ?? null, region?.id ?? null, context.viewer.id];
}
