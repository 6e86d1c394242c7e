import type { EntityManager } from "typeorm";
import { rowsOf } from "../../../platform/data/statement.ts";
import { notYet } from "../questionnaire/outline.ts";
import {
  type Question,
  type QuestionRevision,
  QuestionRevisions,
  Questions,
} from "../questionnaire/questionnaire.entity.ts";
import type { Counting } from "./counted.ts";
import { conditionOf, wordingsOf } from "./wordings.ts";

/** The questions of a questionnaire, in their order. */
export const questionsOf = (db: EntityManager, questionnaireId: string) =>
  rowsOf(db, Questions, "results: questions", "where it.questionnaire_id = $1 order by it.position, it.id", [
    questionnaireId,
  ]);

/** All their wordings. */
export const revisionsOf = (db: EntityManager, questionnaireId: string) =>
  rowsOf(
    db,
    QuestionRevisions,
    "results: revisions",
    "where it.question_id in (select q.id from question q where q.questionnaire_id = $1)",
    [questionnaireId],
  );

/** Those that are asked, or were: a question that is still being written was seen by nobody. Pure. */
export const askedIn = (questions: Question[]) =>
  questions.filter(({ type, askedFrom }) => type !== "TEXT_BLOCK" && askedFrom !== notYet);

/**
 * The counts made of a questionnaire: of all that is asked, so that those shown later were made at the same time. Pure.
 */
export const countingOf = (
  id: string,
  asked: Question[],
  revisions: QuestionRevision[],
): Pick<Counting, "id" | "questionIds" | "conditions"> => ({
  id,
  questionIds: asked.map((question) => question.id),
  conditions: asked
    .flatMap((question) => wordingsOf(question, revisions))
    .map(conditionOf)
    .filter((condition) => condition !== null),
});
