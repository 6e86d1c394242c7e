import { countedOneByOne } from "@cahier/schema/limits";
import type { ReadingFilter } from "../../../graphql/resolvers.generated.ts";
import { isId } from "../../../platform/text/text.ts";
import { territories } from "../../ground/territory/territory.queries.ts";
import { unpublished } from "../../ground/moderation/status.sql.ts";
import type { Context } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { type Question, Questions } from "../../listen/questionnaire/questionnaire.entity.ts";
import { askedBy, cited, conditions, countWithoutFollowUp, receivedUnread, theirs } from "./reading.filter.ts";
import type { ReadingDesk } from "./reading.queries.ts";
import { drawn, waitingReadings } from "../passage/second.filter.ts";
import { keptTexts } from "../passage/texts.kept.ts";
import { textsIn } from "../../ground/tally/text.sql.ts";
import { publishedMinutes } from "../../meet/minutes/minutes.sql.ts";

/** The reading desk in numbers, all of them in one statement. */
export interface ReadingFigures {
  read: number;
  marked: number;
  cited: number;
  withoutFollowUp: number;
  secondReadings: number;
  received: number;
  minutesBlocks: number;
}

const figuresText = () => `select k."read", k.marked,
  (select count(*)::int from contribution c where ${theirs("$1")} and c.id in (${cited()})) as "cited",
  (${countWithoutFollowUp("$3", theirs("$1"), askedBy("$1"))}) as "withoutFollowUp",
  (select count(*)::int from ${waitingReadings("$2")} and ${theirs("$1")}) as "secondReadings",
  (select count(*)::int from contribution c where ${receivedUnread("$1")}) as "received",
  (select count(*)::int from minutes_block b join minutes m on m.id = b.minutes_id and ${publishedMinutes("m")}
    join meeting t on t.id = m.meeting_id where ($1::uuid[] is null or t.group_id = any($1::uuid[]))
    and not exists (select from reading r where r.contribution_id = b.id)) as "minutesBlocks"
  from (select ${textsIn("y.readers > 0")} as "read", ${textsIn("y.marked")} as marked from ${keptTexts({ groups: "$1" })}) k`;

export async function readingFigures(
  { batch, db, viewer, now }: Context,
  { groups }: ReadingDesk,
): Promise<ReadingFigures> {
  const figures = batch("reading: figures", async (keys) => {
    const values = [groups, viewer.id, dayOf(now, -14)];
    const [row] = await prepared<ReadingFigures>(db, "reading: figures", figuresText(), values);
    return new Map(keys.map((key) => [key, row!]));
  });
  return (await figures("all"))!;
}

/** The questions of which answers are on the reading desk. */
export const questionsToRead = ({ db }: Context, { groups }: ReadingDesk): Promise<Question[]> =>
  rowsOf(
    db,
    Questions,
    "reading: questions",
    `join questionnaire n on n.id = it.questionnaire_id
     where it.id in (select y.question_id from ${keptTexts({ groups: "$1" })} group by 1 having sum(y.n) > 0)
     order by n.number, it.position, it.id`,
    [groups],
  );

/** Reads the readers of the desk, with their counts of texts read, marked and read second. */
export const readersOf = ({ db }: Context, { groups }: ReadingDesk) =>
  prepared<{ name: string; read: number; marked: number; secondReadings: number }>(
    db,
    "reading: readers",
    `select p.display_name as name, count(*)::int as read,
       (count(*) filter (where exists (select from reading_code k
         where k.contribution_id = c.id and k.person_id = r.person_id)))::int as marked,
       (count(*) filter (where not r.alone and ${drawn} and exists (select from reading o
         where o.contribution_id = c.id and o.person_id <> r.person_id and o.read_at < r.read_at)))::int as "secondReadings"
     from reading r join person p on p.id = r.person_id join contribution c on c.id = r.contribution_id
     where ${theirs("$1")} group by p.id order by p.display_name, p.id`,
    [groups],
  );

/** Answers the readings of a text, first reader first. */
export async function readingsOf({ db, batch }: Context, contributionId: string) {
  const readings = batch("reading: readings", async (ids) => {
    const rows = await prepared<{ key: string; name: string; readAt: Date }>(
      db,
      "reading: readings",
      `select r.contribution_id as key, p.display_name as name, r.read_at as "readAt"
       from reading r join person p on p.id = r.person_id
       where r.contribution_id = any($1::uuid[]) order by r.read_at, p.id`,
      [ids],
    );
    return Map.groupBy(rows, ({ key }) => key);
  });
  return (await readings(contributionId)) ?? [];
}

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
    const [counts] = await prepared<QueueCounts>(context.db, "reading: kept queue", keptText, [desk.groups, ...values]);
    return counts!;
  }
  const { where, values: bound } = conditions(desk, filter, context);
  const [counts] = await context.db.query<[QueueCounts]>(
    `select count(*)::int as "totalCount", (count(*) filter (where ${unpublished("c")}))::int as "unpublishedCount"
     from (select c.status from contribution c where ${where} limit ${countedOneByOne + 1}) c`,
    bound,
  );
  return { ...counts, more: counts.totalCount > countedOneByOne };
}

const keptText = `select ${textsIn()} as "totalCount", ${textsIn("y.unpublished")} as "unpublishedCount" from ${keptTexts(
  {
    groups: "$1",
    where: `(not $2::boolean or y.readers = 0)
    and ($3::text is null or y.objective_id = (select id from objective where slug = $3))
    and ($4::uuid is null or y.question_id = $4) and ($5::text is null or y.channel = $5)
    and ($6::uuid is null or y.region_id = $6)`,
  },
)}`;

/** Values of the statement of what is kept; null where a filter asks for more than that. */
async function keptValues(context: Context, filter: ReadingFilter | null | undefined): Promise<unknown[] | null> {
  const { objective, territory, question, channel, unread, ...others } = filter ?? {};
  if (Object.values(others).some(Boolean) || (question && !isId(question))) return null;
  const region = territory ? (await territories(context, "REGION")).find(({ slug }) => slug === territory) : null;
  if (territory && !region) return null;
  return [unread ?? true, objective ?? null, question ?? null, channel ?? null, region?.id ?? null];
}
