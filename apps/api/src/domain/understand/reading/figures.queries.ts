import { countedOneByOne } from "@cahier/schema/limits";
import type { Context } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { withInstants } from "../../../platform/data/joined.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { type Question, Questions } from "../../listen/questionnaire/questionnaire.entity.ts";
import { allCited, countWithoutFollowUp, receivedUnread, theirs, themesOf } from "./reading.filter.ts";
import type { ReadingDesk } from "./reading.queries.ts";
import { askedTwice, drawn, drawnReadings, keptReadings } from "../passage/second.filter.ts";
import { keptBy, keptTexts } from "../passage/texts.kept.ts";
import { textsIn } from "../../ground/tally/text.sql.ts";
import { publishedMinutes } from "../../meet/minutes/minutes.sql.ts";

/** The reading desk in numbers, but for the texts that are cited all of them in one statement. */
export interface ReadingFigures {
  read: number;
  marked: number;
  cited: number;
  withoutFollowUp: number;
  secondReadings: number;
  keptForTwo: number;
  keptByMe: number;
  received: number;
  minutesBlocks: number;
}

/** SQL: what is bound at a place, where the planner does not look: of these figures it then keeps one plan. */
const bound = (place: number, type: string) => `(select $${place}::${type})`;

const figuresText = (
  groups: string,
  person: string,
  before: string,
) => `select k."read", k.marked, second.drawn + second.kept as "secondReadings", second.kept as "keptForTwo",
  ${countWithoutFollowUp(before, theirs(groups), "theme", themesOf(groups))} as "withoutFollowUp",
  (select count(*)::int from kept_for_two f join contribution c on c.id = f.contribution_id and c.readers < 2
    where f.person_id = ${person} and ${theirs(groups)}) as "keptByMe",
  (select count(*)::int from contribution c where ${receivedUnread(groups)}) as "received",
  (select count(*)::int from (select from minutes_block b where b.minutes_id = any(array(
      select m.id from minutes m join meeting t on t.id = m.meeting_id
      where ${publishedMinutes("m")} and (${groups}::uuid[] is null or t.group_id = any(${groups}::uuid[]))))
    and (select count(*) from (select from reading r where r.contribution_id = b.id limit 1) once) = 0
    limit ${countedOneByOne + 1}) b) as "minutesBlocks"
  from (select (select count(*)::int from ${drawnReadings(person)} and ${theirs(groups)}) as drawn,
    (select count(*)::int from ${keptReadings(person)} and ${theirs(groups)}) as kept) second,
  (select ${textsIn("y.readers > 0")} as "read", ${textsIn("y.marked")} as marked from ${keptTexts({ groups })}) k`;

/** Texts that are cited are counted from what cites them: an act of the team alone changes how many, and it is kept until then. */
const citedText = () => `select count(*)::int as cited from (${allCited()}) s
  join contribution c on c.id = s.contribution_id and c.marked where ${theirs("$1")}`;

export async function readingFigures(
  { batch, cached, db, viewer, now }: Context,
  { groups }: ReadingDesk,
): Promise<ReadingFigures> {
  const asked =
    <Row extends object>(name: string, text: string, values: unknown[]) =>
    async (keys: string[]) => {
      const [row] = await prepared<Row>(db, name, text, values);
      return new Map(keys.map((key) => [key, row!]));
    };
  // All groups are a statement of their own: that they are all of them changes the plan.
  const of = groups ? bound(3, "uuid[]") : "null";
  const name = groups ? "reading: figures of groups" : "reading: figures";
  const text = figuresText(of, bound(1, "uuid"), bound(2, "date"));
  const values = [viewer.id, dayOf(now, -14), ...(groups ? [groups] : [])];
  const [figures, some] = await Promise.all([
    batch("reading: figures", asked<Omit<ReadingFigures, "cited">>(name, text, values))("all"),
    cached("reading: cited", asked<{ cited: number }>("reading: cited", citedText(), [groups]), [groups])("all"),
  ]);
  return { ...figures!, ...some! };
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
    `select p.display_name as name, t.read, t.marked, t.second + coalesce(k.second, 0) as "secondReadings" from (
       select y.person_id as id, sum(y.n)::int as read, coalesce(sum(y.n) filter (where y.marked), 0)::int as marked,
         coalesce(sum(y.n) filter (where y.second and y.objective_id = any(array(${askedTwice}))), 0)::int as second
       from reader_tally y where ${keptBy("$1")} group by 1 having sum(y.n) > 0) t
     join person p on p.id = t.id
     left join (select r.person_id as id, count(*)::int as second from kept_for_two k
       join reading r on r.contribution_id = k.contribution_id and r.second
       join contribution c on c.id = k.contribution_id and not ${drawn} where ${theirs("$1")} group by 1) k on k.id = t.id
     order by p.display_name, p.id`,
    [groups],
  );

/** Answers the readings of a text, first reader first. */
export async function readingsOf({ joined, batch }: Context, contributionId: string) {
  const readings = batch("reading: readings", async (ids) => {
    const rows = await joined<{ key: string; name: string; readAt: Date }>(
      "reading: readings",
      `select r.contribution_id as key, p.display_name as name, r.read_at as "readAt"
       from reading r join person p on p.id = r.person_id
       where r.contribution_id = any($1::uuid[]) order by r.read_at, p.id`,
      [ids],
    );
    return Map.groupBy(withInstants(rows, ["readAt"]), ({ key }) => key);
  });
  return (await readings(contributionId)) ?? [];
}
