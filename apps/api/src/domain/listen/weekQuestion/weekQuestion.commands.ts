import { randomUUID } from "node:crypto";
import { limits } from "@cahier/schema/limits";
import type { AskWeekQuestionInput, WithdrawWeekQuestionInput } from "../../../graphql/resolvers.generated.ts";
import { type EntityManager, IsNull } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf, daysBetween, weekOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { givenLine, isId, neededLine, neededText } from "../../../platform/text/text.ts";
import { Objectives, type WorkingGroup, WorkingGroups } from "../../ground/group/group.entity.ts";
import { Questionnaires, Questions } from "../questionnaire/questionnaire.entity.ts";
import { questionnairePolicy } from "../questionnaire/questionnaire.policy.ts";
import { askSingle, unaskSingle } from "../questionnaire/questionnaire.writes.ts";
import { type WeekQuestion, WeekQuestions } from "./weekQuestion.entity.ts";
import { mayBeOfWeek, spanOf } from "./weekQuestion.sql.ts";

/** Weeks ahead for which a question may be asked already. */
const weeksAhead = 8;

/** Asks the question of a week of a group: the group is locked, so that a week has one. */
export async function askWeekQuestion(tx: Transaction, input: AskWeekQuestionInput) {
  const { db, viewer, record, now } = tx;
  const where = { id: input.groupId };
  const group = isId(input.groupId)
    ? await db.findOne(WorkingGroups, { where, lock: { mode: "for_no_key_update" } })
    : null;
  authorize(questionnairePolicy.mayPublish(viewer, group?.id ?? ""));
  if (!group) throw notFound();
  if (group.preparing || group.archivedOn) throw new Refusal("NOT_NOW", "groupId");
  if (!isId(input.key)) throw new Refusal("WRONG_KIND", "key");
  const id = input.key.toLowerCase();
  const known = await db.findOneBy(WeekQuestions, { id });
  // Changed before it was sent again, it is told.
  if (known && !(await asks(tx, group, known, input))) throw new Refusal("CONFLICT", "key");
  if (known) return { weekQuestion: known };
  const week = weekOf(input.week);
  const ahead = daysBetween(weekOf(dayOf(now)), week) / 7;
  if (ahead < 0 || ahead > weeksAhead) throw new Refusal("OUT_OF_RANGE", "week");
  if (await db.existsBy(WeekQuestions, { groupId: group.id, week, withdrawnOn: IsNull() }))
    throw new Refusal("ALREADY_THERE", "week");
  const questionId = input.questionId
    ? await picked(tx, group, week, input.questionId)
    : await written(tx, group, week, id, input);
  const weekQuestion: WeekQuestion = {
    ...{ id, groupId: group.id, week, questionId, askedById: viewer.id, askedAt: now },
    withdrawnOn: null,
  };
  await db.insert(WeekQuestions, weekQuestion);
  await record("weekQuestion.asked", id, { week, questionId });
  return { weekQuestion };
}

/** True if a question of a week is the one that is asked for: of that week, picked, or written in these words. */
async function asks({ db }: Transaction, group: WorkingGroup, known: WeekQuestion, input: AskWeekQuestionInput) {
  if (known.groupId !== group.id || known.week !== weekOf(input.week)) return false;
  if (input.questionId) return known.questionId === input.questionId;
  const { objective, label, rationale } = await wordsOf(db, group, input);
  // One that was written is asked alone, under the same id.
  const alone = await db.existsBy(Questionnaires, { id: known.id, objectiveId: objective.id });
  return alone && (await db.existsBy(Questions, { id: known.questionId, label, rationale }));
}

/** A question that is asked already, and still will be in that week. */
async function picked({ db, now }: Transaction, group: WorkingGroup, week: string, questionId: string) {
  const [from, to] = spanOf(week, now);
  const text = `select it.id from ${mayBeOfWeek("$1", "$2", "$3")} and it.id = $4`;
  const found = isId(questionId) ? await db.query<unknown[]>(text, [group.id, from, to, questionId]) : [];
  if (found.length === 0) throw new Refusal("UNKNOWN_CHOICE", "questionId");
  return questionId;
}

/** One written for the week, asked alone from its Monday, or from now, to its Sunday. */
async function written(tx: Transaction, group: WorkingGroup, week: string, id: string, input: AskWeekQuestionInput) {
  const { objective, label, rationale } = await wordsOf(tx.db, group, input);
  const questionId = randomUUID();
  const [opensAt, closesAt] = spanOf(week, tx.now);
  const title = label.length > limits["questionnaire.title"] ? `${label.slice(0, 100)}…` : label;
  await askSingle(tx, group, objective, { id, questionId, label, rationale, title, opensAt, closesAt });
  return questionId;
}

/** The objective that it is asked for, and its words: those of the objective where it has none of its own. */
async function wordsOf(db: EntityManager, group: WorkingGroup, input: AskWeekQuestionInput) {
  const objective = input.objective ? await db.findOneBy(Objectives, { slug: input.objective }) : null;
  if (objective?.groupId !== group.id || objective.withdrawnOn) throw new Refusal("UNKNOWN_CHOICE", "objective");
  const words = givenLine(input.words, "words", limits["question.label"]);
  const label = words ?? neededLine(objective.question, "words", limits["question.label"]);
  const rationale = neededText(input.why ?? "", "why", limits["question.rationale"]);
  return { objective, label, rationale };
}

/** Takes the question of a week back: one written for it is asked of nobody any more. */
export async function withdrawWeekQuestion(tx: Transaction, { id }: WithdrawWeekQuestionInput) {
  const { db, viewer, record, now } = tx;
  const where = { id };
  const before = isId(id) ? await db.findOne(WeekQuestions, { where, lock: { mode: "for_no_key_update" } }) : null;
  authorize(questionnairePolicy.mayPublish(viewer, before?.groupId ?? ""));
  if (!before) throw notFound();
  if (before.withdrawnOn) return { weekQuestion: null };
  if (before.week < weekOf(dayOf(now))) throw new Refusal("NOT_NOW", "id");
  await db.update(WeekQuestions, before.id, { withdrawnOn: dayOf(now) });
  const { questionnaireId } = await db.findOneByOrFail(Questions, { id: before.questionId });
  const asking = await db.findOneByOrFail(Questionnaires, { id: questionnaireId });
  await unaskSingle(tx, asking);
  await record("weekQuestion.withdrawn", before.id);
  return { weekQuestion: null };
}
