import { dayOf, startOf } from "../../../platform/day.ts";
import { askedNow } from "../questionnaire/outline.ts";

/** SQL: the instant from which anybody may read the questionnaire `n` of a question of the week; null where nobody will. */
export const weekAskedFrom = `case when n.published_at is not null and n.archived_at is null
  then greatest(n.published_at, n.opens_at) end`;

/** SQL: questions of weeks `it` that stand, with their question `q` and its questionnaire `n`. */
export const weekQuestions = `week_question it
  join question q on q.id = it.question_id join questionnaire n on n.id = q.questionnaire_id`;

/** The instants from which, and to which, the question of a week is asked. */
export function spanOf(week: string, now: Date): [Date, Date] {
  const from = startOf(week);
  return [from > now ? from : now, startOf(dayOf(new Date(`${week}T12:00:00Z`), 7))];
}

/** SQL: questions `it` to be answered in words, of questionnaires `n` of a group that take answers in a span of time. */
export const mayBeOfWeek = (group: string, from: string, to: string) => `questionnaire n
  join objective o on o.id = n.objective_id and o.group_id = ${group}
  join question it on it.questionnaire_id = n.id and it.type = 'LONG_TEXT' and it.visibility = 'PUBLIC'
    and ${askedNow("it", "n")}
  where n.published_at is not null and n.archived_at is null and n.paused_reason is null and not n.template
    and not n.of_the_week and n.opens_at < ${to} and n.closes_at > ${from}`;
