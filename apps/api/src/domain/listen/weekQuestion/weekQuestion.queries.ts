import { keyed } from "../../../platform/data/batch.ts";
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
import { mayBeOfWeek, spanOf, weekAsked, weekQuestions } from "./weekQuestion.sql.ts";

/** Past ones that a page tells at a time. */
const atATime = 20;

/** The question of this week of a group, once anybody may read it. */
export const weekQuestionOf = async (context: Context, groupId: string): Promise<WeekQuestion | null> =>
  (
    await linked(
      context,
      "week question: this week",
      WeekQuestions,
      `it.group_id as key from ${weekQuestions}
       where it.group_id = any($1::uuid[]) and it.week = $2 and it.withdrawn_on is null and ${weekAsked("$3")}`,
      groupId,
      [weekOf(dayOf(context.now)), context.now],
    )
  )[0] ?? null;

/** Questions of the weeks before, newest first, after one of them. */
export const pastWeekQuestions = (context: Context, groupId: string, after?: string | null): Promise<WeekQuestion[]> =>
  linked(
    context,
    "week question: past",
    WeekQuestions,
    `g.id as key from working_group g cross join lateral (select it.* from ${weekQuestions}
       where it.group_id = g.id and it.week < $2 and it.withdrawn_on is null and ${weekAsked("$3")}
         and ($4::uuid is null or it.week < (select last.week from week_question last where last.id = $4))
       order by it.week desc limit ${atATime}) it
     where g.id = any($1::uuid[]) order by it.week desc`,
    groupId,
    [weekOf(dayOf(context.now)), context.now, after && isId(after) ? after : null],
  );

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
  const [from, to] = spanOf(weekOf(day ?? dayOf(now)), now);
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
