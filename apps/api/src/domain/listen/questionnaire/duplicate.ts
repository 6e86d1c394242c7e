import { randomUUID } from "node:crypto";
import type { DuplicateQuestionInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { arrange, nextCode } from "./arrange.ts";
import { addRow, noteAdded } from "./question.writes.ts";
import { areNew, composing, outlineHeld } from "./questionnaire.desk.ts";
import { askedAt, offered } from "./outline.ts";
import { type Question, type Questionnaire, Questionnaires, Questions, Sections } from "./questionnaire.entity.ts";

/** Gives a new questionnaire all that another one asks: conditions look at the new questions, retired ones stay behind. */
export async function duplicate({ db }: Transaction, source: Questionnaire, copy: Questionnaire) {
  const { sections, questions } = askedAt(await outlineHeld(db, source.id), source.revision);
  const ids = new Map([...sections, ...questions].map(({ id }) => [id, randomUUID() as string]));
  const renamed = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (_, inner: unknown) => (typeof inner === "string" && ids.get(inner)) || inner);
  for (const { id, position, title, intro, translations } of sections)
    await db.insert(Sections, {
      id: ids.get(id)!,
      questionnaireId: copy.id,
      position,
      title,
      intro,
      translations: translations as never,
    });
  for (const { id, sectionId, settings, translations, ...question } of questions) {
    const { position, code, type, label, plain, help, rationale, usedIn, required, visibility } = question;
    const { visibleIf, options, ...kept } = settings;
    await db.insert(Questions, {
      id: ids.get(id)!,
      questionnaireId: copy.id,
      sectionId: ids.get(sectionId)!,
      ...{ position, code, type, label, plain, help, rationale, usedIn, required, visibility },
      settings: {
        ...kept,
        ...(options && { options: offered(options) }),
        ...(visibleIf !== undefined && { visibleIf: renamed(visibleIf) }),
      } as never,
      translations: translations as never,
    });
  }
  const repeatQuestionId = ids.get(source.repeatQuestionId ?? "") ?? null;
  await db.update(Questionnaires, copy.id, { repeatQuestionId });
  const own = await outlineHeld(db, copy.id);
  await arrange({ db, questionnaire: copy, published: false }, own.sections, own.questions);
}

/**
 * Puts a copy of a question right after it, with all its words in both languages and its settings. In a published
 * questionnaire the copy is asked once somebody says why: until then nobody sees it.
 */
export const duplicateQuestion = (tx: Transaction, { id, copyId }: DuplicateQuestionInput) =>
  composing(tx, "question", id, async (desk) => {
    if (copyId && !(await areNew(desk, [copyId], "copyId"))) return;
    const source = desk.question(id);
    if (source.retiredFrom !== null) throw new Refusal("NOT_NOW", "id");
    const { questions } = desk.outline;
    const place = questions.indexOf(source) + 1;
    const { options } = source.settings;
    const copy = await addRow(desk, {
      id: copyId ?? randomUUID(),
      ...wordsOf(source),
      sectionId: source.sectionId,
      settings: { ...source.settings, ...(options && { options: offered(options) }) },
      rationale: desk.published ? "" : source.rationale,
      position: place + 1,
      code: nextCode(desk.questionnaire.number, questions, source.type),
    });
    await arrange(desk, desk.outline.sections, questions.toSpliced(place, 0, copy));
    await noteAdded(desk, copy, source.code);
  });

const wordsOf = ({ type, label, plain, help, usedIn, required, visibility, translations }: Question) => ({
  type,
  label,
  plain,
  help,
  usedIn,
  required,
  visibility,
  translations,
});
