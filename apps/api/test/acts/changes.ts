import type { DataSource } from "typeorm";
import { outlineColumns, type Outline } from "../../src/domain/listen/questionnaire/outline.ts";
import {
  type Question,
  QuestionnaireRevisions,
  Questionnaires,
  Questions,
} from "../../src/domain/listen/questionnaire/questionnaire.entity.ts";
import { keepWording } from "../../src/domain/listen/questionnaire/question.writes.ts";
import { dayOf } from "../../src/platform/day.ts";
import { added } from "../rows/builders.ts";

/** Begins a new revision of a published questionnaire, and keeps its questions so far. */
async function revised({ manager: db }: DataSource, id: string): Promise<number> {
  const [outline] = await db.query<[Outline & { repeatQuestionId: string | null; revision: number }]>(
    `select ${outlineColumns(db)}, it.revision, it.repeat_question_id as "repeatQuestionId" from questionnaire it
     where it.id = $1`,
    [id],
  );
  const { revision, ...asked } = outline;
  await db.insert(QuestionnaireRevisions, {
    questionnaireId: id,
    revision,
    outline: asked as never,
    replacedOn: dayOf(new Date()),
  });
  await db.update(Questionnaires, id, { revision: revision + 1 });
  return revision + 1;
}

/** Rewords a question that was answered, as in the workshop: both wordings are kept. */
export async function reword(
  database: DataSource,
  questionId: string,
  change: Partial<Pick<Question, "label" | "settings">>,
  reason = "Plus clair.",
) {
  const { manager: db } = database;
  const question = await db.findOneByOrFail(Questions, { id: questionId });
  const desk = { db, now: new Date() };
  await keepWording(desk, question, 1, null);
  const at = await revised(database, question.questionnaireId);
  const revision = question.revision + 1;
  await db.update(Questions, questionId, { ...(change as object), revision });
  await keepWording(desk, { ...question, ...change, revision }, at, reason);
}

/** Adds a question, from now on. */
export async function ask(database: DataSource, after: string, question: Pick<Question, "code" | "type" | "label">) {
  const { questionnaireId, sectionId } = await database.manager.findOneByOrFail(Questions, { id: after });
  const askedFrom = await revised(database, questionnaireId);
  const row = { questionnaireId, sectionId, position: 99, rationale: "Pour savoir.", settings: {}, askedFrom };
  return (await added(database, Questions, { ...row, ...question })).id;
}

/** Retires a question: its answers stay. */
export async function retire(database: DataSource, questionId: string) {
  const { questionnaireId } = await database.manager.findOneByOrFail(Questions, { id: questionId });
  const retiredFrom = await revised(database, questionnaireId);
  await database.manager.update(Questions, questionId, { retiredFrom, retiredReason: "Elle faisait double emploi." });
}
