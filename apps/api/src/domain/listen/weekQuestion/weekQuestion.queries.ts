import { isDay } from "@cahier/schema/calendar/days";
import { grouped, keyed } from "../../../platform/data/batch.ts";
import { linked } from "../../../platform/data/linked.ts";
import { columnsOf, prepared } from "../../../platform/data/statement.ts";
import type { Context } from "../../../platform/context.ts";
import { dayOf, weekOf } from "../../../platform/day.ts";
import { isId } from "../../../platform/text/text.ts";
import type { WorkingGroup } from "../../ground/group/group.entity.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { type Question, Questions } from "../questionnaire/questionnaire.entity.ts";
import { questionnairePolicy } from "../questionnaire/questionnaire.policy.ts";
import { type WeekQuestion, WeekQuestions } from "./weekQuestion.entity.ts";
import { mayBeOfWeek, spanOf, weekAskedFrom, weekQuestions } from "./weekQuestion.sql.ts";

/** Past ones that a page tells at a time. */
const atATime = 20;

/** The questions of weeks of a group that anybody may read now, newest first, without those of later weeks. */
async function askedOf(context: Context, groupId: string): Promise<WeekQuestion[]> {
  const { db, cached, now } = context;
  const all = await cached("week question: of groups", async (ids) => {
    const text = `select ${columnsOf(db, WeekQuestions)}, ${weekAskedFrom} as "from" from ${weekQuestions}
      where it.group_id = any($1::uuid[]) and it.withdrawn_on is null and ${weekAskedFrom} is not null order by it.week desc limit 2000`;
    const rows = await prepared<WeekQuestion & { from: Date }>(db, "week question: of groups", text, [ids]);
    return grouped(rows, (row) => row.groupId);
  })(groupId);
  const week = weekOf(dayOf(now));
  return (all ?? []).filter((it) => it.from <= now && it.week <= week);
}

/** The question of this week of a group, once anybody may read it. */
export const weekQuestionOf = async (context: Context, groupId: string): Promise<WeekQuestion | null> =>
  (await askedOf(context, groupId)).find(({ week }) => week === weekOf(dayOf(context.now))) ?? null;

/** Questions of the weeks before, newest first, after one of them. */
export async function pastWeekQuestions(context: Context, groupId: string, after?: string | null) {
  const all = await askedOf(context, groupId);
  const before =
    after && isId(after) ? all.find(({ id }) => id === after.toLowerCase())?.week : weekOf(dayOf(context.now));
  return before === undefined ? [] : all.filter(({ week }) => week < before).slice(0, atATime);
}

/** This week's and the next ones', whatever they wait for: for those who ask them. */
export const plannedWeekQuestions = async (context: Context, { id }: WorkingGroup): Promise<WeekQuestion[]> =>
  questionnairePolicy.mayPublish(context.viewer, id)
    ? linked(
        context,
        "week question: planned",
        WeekQuestions,
        `it.group_id as key from ${weekQuestions} where it.group_id = any($1::uuid[]) and it.week >= $2
           and it.withdrawn_on is null and n.archived_at is null order by it.week limit 20`,
        id,
        [weekOf(dayOf(context.now))],
      )
    : [];

/** Questions that are asked already and may be that of a week. */
export async function weekQuestionChoices({ db, viewer, now }: Context, group: WorkingGroup, day?: string | null) {
  if (!questionnairePolicy.mayPublish(viewer, group.id)) return [];
  const [from, to] = spanOf(weekOf(day && isDay(day) ? day : dayOf(now)), now);
  return prepared<Question>(
    db,
    "week question: choices",
    `select ${columnsOf(db, Questions)} from ${mayBeOfWeek("$1", "$2", "$3")} order by n.number, it.position limit 200`,
    [group.id, from, to],
  );
}

/** Number of answers to a question that anybody may read. */
export const answersRead = async ({ db, batch }: Context, questionId: string): Promise<number> =>
  (
    await batch("week question: answers", async (ids) => {
      const text = `select q.id, (select count(*)::int from contribution it
          where it.question_id = q.id and ${visible("it")}) as count from unnest($1::uuid[]) q(id)`;
      return keyed(
        await prepared<{ id: string; count: number }>(db, "week question: answers", text, [ids]),
        ({ id }) => id,
      );
    })(questionId)
  )?.count ?? 0;
