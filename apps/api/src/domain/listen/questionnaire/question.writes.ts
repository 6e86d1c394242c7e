import { questionFlaws } from "@cahier/schema/questionnaire/validate";
import type { EntityManager } from "typeorm";
import { canonical } from "../../../platform/canonical.ts";
import { dayOf } from "../../../platform/day.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { asAsked } from "./definition.ts";
import type { ComposingDesk } from "./questionnaire.desk.ts";
import { notYet, type Outline } from "./outline.ts";
import { type Question, QuestionnaireRevisions, QuestionRevisions, Questions } from "./questionnaire.entity.ts";
import { differenceInWords, isReworded } from "./questionnaire.words.ts";

/** True if anybody ever answered a question, whatever became of the answer. */
export async function isAnswered(db: EntityManager, questionId: string): Promise<boolean> {
  const [{ answered }] = await db.query<[{ answered: boolean }]>(
    `select exists (select from answer a where a.question_id = $1)
       or exists (select from contribution c where c.question_id = $1) as answered`,
    [questionId],
  );
  return answered;
}

/** True for a question still being written in a published questionnaire: nobody saw it. */
export const isBeingWritten = ({ askedFrom }: Pick<Question, "askedFrom">) => askedFrom === notYet;

/** The reason of a change, needed of what was answered. */
export async function reasonFor(
  { db }: ComposingDesk,
  questionId: string,
  reason: string | null,
): Promise<string | null> {
  if (reason === null && (await isAnswered(db, questionId))) throw new Refusal("REQUIRED", "reason");
  return reason;
}

/**
 * Writes a question as it now is. What nobody saw changes in place. What was asked gets a new revision where it is
 * reworded: the answers keep the one they were given to, and so do the pages that are open.
 */
export async function saveQuestion(
  desk: ComposingDesk,
  before: Question,
  after: Question,
  reason: string | null,
  event = "question.reworded",
) {
  const { db, published, record, questionnaire } = desk;
  const about = { questionnaireId: questionnaire.id, code: before.code, ...differenceInWords(before, after) };
  const saved: Question = { ...after, version: before.version + 1 };
  if (!published || isBeingWritten(before)) {
    await write(db, saved);
    if (!published || !(await beginAsking(desk, saved))) await record("question.edited", before.id, about);
    return;
  }
  if (!isReworded(before, after)) {
    const { translations } = saved;
    if (before.rationale !== after.rationale || canonical(before.translations) !== canonical(translations))
      await desk.revise();
    await write(db, saved);
    await db.update(QuestionRevisions, { questionId: saved.id, revision: saved.revision }, { translations });
    await record("question.edited", before.id, { ...about, reason });
    return;
  }
  const why = await reasonFor(desk, before.id, reason);
  await keepWording(desk, before, questionnaire.revision, null);
  const revision = await desk.revise();
  await write(db, { ...saved, revision: before.revision + 1 });
  await keepWording(desk, { ...saved, revision: before.revision + 1 }, revision, why);
  await record(event, before.id, { ...about, reason: why, revision: before.revision + 1 });
}

/**
 * Asks a question of a published questionnaire once nothing is missing in it; the one it replaces is retired then. Says
 * whether it is asked now.
 */
export async function beginAsking(desk: ComposingDesk, question: Question): Promise<boolean> {
  const { db, record, questionnaire, outline } = desk;
  if (questionFlaws(asAsked(question)).next().value !== undefined) return false;
  const revision = await desk.revise();
  await db.update(Questions, question.id, { askedFrom: revision });
  await keepWording(desk, question, revision, null);
  const replaced = outline.questions.find(({ id }) => id === question.replacesId);
  if (replaced && replaced.retiredFrom === null) await db.update(Questions, replaced.id, { retiredFrom: revision });
  await record(replaced ? "question.replaced" : "question.asked", question.id, {
    questionnaireId: questionnaire.id,
    code: question.code,
    from: replaced?.label ?? null,
    to: question.label,
  });
  return true;
}

/** Writes the words and settings of a question; place and revisions that ask it are written elsewhere. */
function write(db: EntityManager, it: Question) {
  const { type, label, plain, help, rationale, usedIn, required, visibility, translations, version, revision } = it;
  const words = { type, label, plain, help, rationale, usedIn, required, visibility, translations };
  return db.update(Questions, it.id, { ...words, settings: it.settings as never, version, revision });
}

/** Brings the questions of a questionnaire that nobody answered to the first revision, as those of a draft are. */
export async function toFirstRevision(db: EntityManager, questionnaireId: string, { questions }: Outline) {
  for (const { id, retiredFrom } of questions) {
    await db.delete(QuestionRevisions, { questionId: id });
    await db.update(Questions, id, { revision: 1, askedFrom: 1, retiredFrom: retiredFrom === null ? null : 1 });
  }
  await db.delete(QuestionnaireRevisions, { questionnaireId });
}

/** Keeps a wording under its revision, once. */
export async function keepWording(
  { db, now }: Pick<ComposingDesk, "db" | "now">,
  question: Question,
  questionnaireRevision: number,
  reason: string | null,
) {
  const { id, revision, label, plain, help, rationale, required, settings, translations } = question;
  await db
    .createQueryBuilder()
    .insert()
    .into(QuestionRevisions)
    .values({
      questionId: id,
      revision,
      questionnaireRevision,
      label,
      plain,
      help,
      rationale,
      required,
      settings: settings as never,
      translations: translations as never,
      reason,
      madeOn: dayOf(now),
    })
    .orIgnore()
    .execute();
}

/** Adds a question, at the place that its row says. */
export async function addRow(
  { db, questionnaire, published }: ComposingDesk,
  row: Partial<Question>,
): Promise<Question> {
  const { identifiers } = await db.insert(Questions, {
    ...row,
    settings: row.settings as never,
    translations: (row.translations ?? {}) as never,
    questionnaireId: questionnaire.id,
    askedFrom: published ? notYet : 1,
  });
  return db.findOneByOrFail(Questions, { id: identifiers[0]!.id as string });
}

/** Notes that a question was added, under the code that its place gave it. */
export async function noteAdded({ db, questionnaire, record: note }: ComposingDesk, { id }: Question, copies?: string) {
  const { code, label } = await db.findOneByOrFail(Questions, { id });
  await note("question.added", id, { questionnaireId: questionnaire.id, code, to: label, ...(copies && { copies }) });
}
