import { randomUUID } from "node:crypto";
import { limits } from "@cahier/schema/limits";
import type {
  AddQuestionInput,
  AnswerVisibility,
  EditQuestionInput,
  ExplainQuestionsInput,
  MoveQuestionInput,
  RemoveQuestionInput,
  RestoreQuestionInput,
} from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Refusal, refuseStale } from "../../../platform/refusal.ts";
import { givenLine, givenText, neededLine } from "../../../platform/text/text.ts";
import { arrange, nextCode, placed, questionsIn } from "./arrange.ts";
import { asAsked } from "./definition.ts";
import { areNew, composing, type ComposingDesk, outlineHeld } from "./questionnaire.desk.ts";
import { isAsked, notYet } from "./outline.ts";
import { beginAsking, isBeingWritten, reasonFor, saveQuestion } from "./question.writes.ts";
import { type Question, QuestionRevisions, Questions } from "./questionnaire.entity.ts";
import { fitting, readSettings } from "./settings.ts";
import { readEnglish, readPlain } from "./questionnaire.words.ts";

export const addQuestion = (tx: Transaction, input: AddQuestionInput) =>
  composing(tx, "section", input.sectionId, async (desk) => {
    const { db, questionnaire, outline, published, record } = desk;
    const section = desk.section(input.sectionId);
    const label = neededLine(input.label, "label", limits["question.label"]);
    const id = input.id ?? randomUUID();
    if (!(await areNew(desk, [id], "id"))) return;
    const replaced = input.replacesId ? desk.question(input.replacesId) : null;
    if (replaced?.retiredFrom != null) throw new Refusal("GONE", "replacesId");
    if (replaced) refuseUsed(desk, replaced, "replacesId");
    // Nobody saw it: the new one simply stands where it stood.
    const unseen = replaced && (!published || isBeingWritten(replaced)) ? replaced : null;
    await db.insert(Questions, {
      id,
      questionnaireId: questionnaire.id,
      sectionId: section.id,
      position: outline.questions.length + 1,
      code: nextCode(questionnaire.number, outline.questions, input.type),
      type: input.type,
      label,
      rationale: replaced?.rationale ?? "",
      plain: replaced?.plain ?? null,
      usedIn: replaced?.usedIn ?? null,
      visibility: replaced?.visibility ?? "PUBLIC",
      required: input.type === "TERRITORY",
      settings: (replaced ? fitting(input.type, replaced.settings) : {}) as never,
      askedFrom: published ? notYet : 1,
      replacesId: unseen ? unseen.replacesId : (replaced?.id ?? null),
    });
    const question = await db.findOneByOrFail(Questions, { id });
    const { questions } = outline;
    const kept = questions.filter((one) => one !== unseen);
    const own = questionsIn(kept, section.id);
    const others = kept.filter((one) => !own.includes(one));
    const place = replaced && replaced.sectionId === section.id ? rankOf(replaced, questions) : own.length + 1;
    if (unseen) await forget(desk, unseen);
    await arrange(desk, outline.sections, [...others, ...placed(own, question, place, isThere)]);
    const added = await db.findOneByOrFail(Questions, { id });
    if (!published || !(await beginAsking(desk, added)))
      await record("question.added", id, { questionnaireId: questionnaire.id, code: added.code, to: label });
  });

export const editQuestion = (tx: Transaction, input: EditQuestionInput) =>
  composing(tx, "question", input.id, async (desk) => {
    const before = desk.question(input.id);
    const reason = givenText(input.reason, "reason", limits["questionnaire.reason"]);
    const asked = desk.published && !isBeingWritten(before);
    const type = input.type ?? before.type;
    if (type !== before.type && asked) throw new Refusal("TYPE_IS_KEPT", "type");
    const line = (key: "label" | "plain") =>
      input[key] == null ? before[key] : givenLine(input[key], key, limits[`question.${key}`]);
    const text = (key: "help" | "rationale" | "usedIn") =>
      input[key] == null ? before[key] : givenText(input[key], key, limits[`question.${key}`]);
    const label = line("label");
    if (label === null) throw new Refusal("REQUIRED", "label");
    const around = {
      before: before.settings,
      asked,
      used: await valuesOf(desk, before),
      earlier: earlier(desk, before),
    };
    const settings =
      input.settings == null ? fitting(type, before.settings) : readSettings(input.settings, type, around);
    let { translations } = before;
    if (input.english != null) translations = readEnglish(input.english, translations, settings);
    if (input.plainWords != null) translations = readPlain(input.plainWords, translations, settings);
    const after: Question = {
      ...before,
      type,
      label,
      plain: line("plain"),
      help: text("help"),
      rationale: text("rationale") ?? "",
      usedIn: text("usedIn"),
      required: (input.required ?? before.required) && type !== "TEXT_BLOCK",
      visibility: input.visibility ?? before.visibility,
      settings,
      translations,
    };
    if (saysAlready(before, after)) return;
    refuseStale(before, input.version, {});
    if (before.retiredFrom !== null) throw new Refusal("NOT_NOW", "id");
    if (after.visibility !== before.visibility && asked) await narrow(desk, after, before.visibility);
    await saveQuestion(desk, before, after, reason);
    if (type !== before.type)
      await arrange(desk, desk.outline.sections, (await outlineHeld(desk.db, desk.questionnaire.id)).questions);
  });

/**
 * Records that a public question is narrowed; refuses any other change of visibility, since it was promised. Earlier
 * answers follow.
 */
async function narrow({ record }: ComposingDesk, { id, visibility }: Question, before: AnswerVisibility) {
  if (before !== "PUBLIC") throw new Refusal("PROMISE_KEPT", "visibility", "visibility");
  await record("question.narrowed", id, { visibility });
}

/** All the values that the lists of a question ever had. */
async function valuesOf({ db }: ComposingDesk, { id }: Question): Promise<Set<string>> {
  const revisions = await db.findBy(QuestionRevisions, { questionId: id });
  return new Set(
    revisions.flatMap(({ settings: { options = [], rows = [], scale = [] } }) =>
      [...options, ...rows, ...scale].map(({ value }) => value),
    ),
  );
}

/** The questions asked before one, in the order of the page. */
function earlier({ outline, questionnaire }: ComposingDesk, question: Question) {
  const { sections, questions } = outline;
  const all = sections.flatMap(({ id }) => questionsIn(questions, id));
  const before = all.slice(
    0,
    all.findIndex(({ id }) => id === question.id),
  );
  return new Map(before.filter((one) => isAsked(one, questionnaire.revision)).map((one) => [one.id, asAsked(one)]));
}

export const moveQuestion = (tx: Transaction, input: MoveQuestionInput) =>
  composing(tx, "question", input.id, async (desk) => {
    const { sections, questions } = desk.outline;
    const before = desk.question(input.id);
    const section = sections.find(({ id }) => id === input.sectionId);
    if (!section) throw new Refusal("UNKNOWN_CHOICE", "sectionId");
    const moved = { ...before, sectionId: section.id };
    const others = questions.filter((one) => one !== before);
    const own = questionsIn(others, section.id);
    const rest = others.filter((one) => !own.includes(one));
    const ordered = placed(own, moved, input.position, isThere);
    const stood = questionsIn(questions, section.id);
    // It stands there already: what is published is not revised for nothing.
    if (ordered.every(({ id }, at) => stood[at]?.id === id)) return;
    await desk.revise();
    await arrange(desk, sections, [...rest, ...ordered]);
    await desk.record("question.moved", before, {
      questionnaireId: desk.questionnaire.id,
      code: before.code,
      from: `${desk.section(before.sectionId).title}, ${rankOf(before, questions)}`,
      to: `${section.title}, ${Math.max(1, input.position)}`,
    });
  });

const isThere = ({ retiredFrom }: Question) => retiredFrom === null;

/** The place of a question in its part, from 1, among those that are not retired. */
const rankOf = (question: Question, questions: Question[]) =>
  questionsIn(questions, question.sectionId).filter(isThere).indexOf(question) + 1;

export const removeQuestion = (tx: Transaction, input: RemoveQuestionInput) =>
  composing(tx, "question", input.id, async (desk) => {
    const { db, outline, published, record, questionnaire } = desk;
    // Removed already, by this person or another: it is done.
    if (!outline.questions.some(({ id }) => id === input.id)) return;
    const question = desk.question(input.id);
    if (question.retiredFrom !== null) return;
    const given = givenText(input.reason, "reason", limits["questionnaire.reason"]);
    const about = { questionnaireId: questionnaire.id, code: question.code, from: question.label };
    refuseUsed(desk, question, "id");
    if (!published || isBeingWritten(question)) {
      await forget(desk, question);
      await arrange(
        desk,
        outline.sections,
        outline.questions.filter((one) => one !== question),
      );
      await record("question.removed", question, about);
      return;
    }
    const reason = await reasonFor(desk, question.id, given);
    const retiredFrom = await desk.revise();
    await db.update(Questions, question.id, { retiredFrom, retiredReason: reason, version: question.version + 1 });
    await record("question.retired", question, { ...about, reason });
  });

/** Refused while another question looks at it, or while the questionnaire repeats by it. */
function refuseUsed({ outline, questionnaire }: ComposingDesk, { id }: Question, field: string) {
  const user = outline.questions.find(
    (one) => one.id !== id && one.retiredFrom === null && JSON.stringify(one.settings.visibleIf ?? "").includes(id),
  );
  if (user || questionnaire.repeatQuestionId === id) throw new Refusal("IN_USE", field, user?.code ?? null);
}

/** Deletes a question that nobody saw, without trace. */
async function forget({ db }: ComposingDesk, { id }: Question) {
  await db.delete(QuestionRevisions, { questionId: id });
  await db.delete(Questions, id);
}

export const restoreQuestion = (tx: Transaction, input: RestoreQuestionInput) =>
  composing(tx, "question", input.id, async (desk) => {
    const question = desk.question(input.id);
    if (question.retiredFrom === null) return;
    await desk.revise();
    await desk.db.update(Questions, question.id, {
      retiredFrom: null,
      retiredReason: null,
      version: question.version + 1,
    });
    await desk.record("question.restored", question, {
      questionnaireId: desk.questionnaire.id,
      code: question.code,
      to: question.label,
    });
  });

/** The most questions that one sheet explains. */
const mostExplained = 400;

/**
 * Says of several questions why they are asked, in one act: of those that say nothing yet, so that nobody's words are
 * written over. What nobody filled is left out.
 */
export const explainQuestions = (tx: Transaction, { rationales }: ExplainQuestionsInput) =>
  composing(tx, "question", rationales[0]?.questionId ?? "", async (desk) => {
    if (rationales.length > mostExplained) throw new Refusal("TOO_MANY_CHOICES", "rationales", String(mostExplained));
    const read = rationales.map(({ questionId, rationale }) => {
      const field = `rationale:${questionId}`;
      return {
        question: desk.question(questionId),
        field,
        text: givenText(rationale, field, limits["question.rationale"]),
      };
    });
    const given = new Map(read.map((one) => [one.question.id, one]));
    for (const { question, field, text } of given.values()) {
      if (text === null || text === question.rationale) continue;
      if (question.rationale !== "") throw new Refusal("STALE", field);
      if (question.retiredFrom !== null || (desk.published && !isBeingWritten(question)))
        throw new Refusal("NOT_NOW", field);
      const outline = await outlineHeld(desk.db, desk.questionnaire.id);
      await saveQuestion({ ...desk, outline }, question, { ...question, rationale: text }, null);
    }
  });
