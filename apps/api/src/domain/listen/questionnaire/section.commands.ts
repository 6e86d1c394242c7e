import { randomUUID } from "node:crypto";
import { limits } from "@cahier/schema/limits";
import type {
  AddQuestionsInput,
  AddSectionInput,
  EditSectionInput,
  MoveSectionInput,
  RemoveSectionInput,
} from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Refusal, refuseStale } from "../../../platform/refusal.ts";
import { givenText, neededLine } from "../../../platform/text/text.ts";
import { arrange, nextCode, placed, questionsIn } from "./arrange.ts";
import { addRow, noteAdded } from "./question.writes.ts";
import { areNew, composing } from "./questionnaire.desk.ts";
import { type Question, Sections } from "./questionnaire.entity.ts";
import { translated, withPlainIntro } from "./translation.ts";

export const addSection = (tx: Transaction, input: AddSectionInput) =>
  composing(tx, "questionnaire", input.questionnaireId, async (desk) => {
    const { db, questionnaire, outline, record } = desk;
    const id = input.id ?? randomUUID();
    const title = neededLine(input.title, "title", limits["section.title"]);
    if (!(await areNew(desk, [id], "id"))) return;
    const position = outline.sections.length + 1;
    await db.insert(Sections, { id, questionnaireId: questionnaire.id, position, title });
    await record("section.added", id, { questionnaireId: questionnaire.id, to: title });
  });

export const editSection = (tx: Transaction, input: EditSectionInput) =>
  composing(tx, "section", input.id, async ({ db, questionnaire, section, record, revise }) => {
    const before = section(input.id);
    const title = input.title == null ? before.title : neededLine(input.title, "title", limits["section.title"]);
    const intro = input.intro == null ? before.intro : givenText(input.intro, "intro", limits["section.intro"]);
    const inEnglish = translated(before.translations, {
      title: [input.englishTitle, "englishTitle", limits["section.title"]],
      intro: [input.englishIntro, "englishIntro", limits["section.intro"]],
      plainIntro: [input.englishPlainIntro, "englishPlainIntro", limits["section.intro"]],
    });
    const translations = withPlainIntro(inEnglish, input.plainIntro, limits["section.intro"]);
    const words = { title, intro, translations };
    if (saysAlready(before, words)) return;
    refuseStale(before, input.version, {});
    await revise();
    await db.update(Sections, before.id, {
      ...words,
      version: before.version + 1,
    });
    await record("section.edited", before, {
      questionnaireId: questionnaire.id,
      from: title === before.title ? before.intro : before.title,
      to: title === before.title ? intro : title,
    });
  });

export const moveSection = (tx: Transaction, input: MoveSectionInput) =>
  composing(tx, "section", input.id, async (desk) => {
    const { sections, questions } = desk.outline;
    const section = desk.section(input.id);
    const moved = placed(sections, section, input.position);
    if (moved.indexOf(section) === sections.indexOf(section)) return;
    await desk.revise();
    await arrange(desk, moved, questions);
    await desk.record("section.moved", section, {
      questionnaireId: desk.questionnaire.id,
      subject: section.title,
      from: String(section.position),
      to: String(moved.indexOf(section) + 1),
    });
  });

export const removeSection = (tx: Transaction, input: RemoveSectionInput) =>
  composing(tx, "section", input.id, async (desk) => {
    const { sections, questions } = desk.outline;
    // Removed already, by this person or another: it is done.
    if (!sections.some(({ id }) => id === input.id)) return;
    const section = desk.section(input.id);
    const own = questionsIn(questions, section.id);
    if (own.some(({ retiredFrom }) => retiredFrom === null)) throw new Refusal("IN_USE", "id");
    // Retired questions keep a place: at the end of the section before, else after.
    const index = sections.indexOf(section);
    const heir = sections[index - 1] ?? sections[index + 1];
    if (own.length > 0 && !heir) throw new Refusal("IN_USE", "id");
    await desk.revise();
    const moved = own.map((question) => ({ ...question, sectionId: heir!.id }));
    const others = questions.filter((question) => !own.includes(question));
    await arrange(desk, sections.toSpliced(index, 1), [...others, ...moved]);
    await desk.db.delete(Sections, section.id);
    await desk.record("section.removed", section, { questionnaireId: desk.questionnaire.id, from: section.title });
  });

/** The most questions that one list adds. */
const most = 100;

/** Adds several questions of one type at the end of a part, in the order of a list. */
export const addQuestions = (tx: Transaction, { ids, sectionId, type, labels }: AddQuestionsInput) =>
  composing(tx, "section", sectionId, async (desk) => {
    const section = desk.section(sectionId);
    if (labels.length > most) throw new Refusal("TOO_MANY_CHOICES", "labels", String(most));
    if (labels.length === 0) throw new Refusal("REQUIRED", "labels");
    const lines = labels.map((label) => neededLine(label, "labels", limits["question.label"]));
    if (ids && ids.length !== lines.length) throw new Refusal("CONFLICT", "ids");
    if (!(await areNew(desk, ids ?? [], "ids"))) return;
    let { questions } = desk.outline;
    const all: Question[] = [];
    for (const [at, label] of lines.entries()) {
      const row = await addRow(desk, {
        id: ids?.[at] ?? randomUUID(),
        ...{ type, label, sectionId: section.id, required: type === "TERRITORY", settings: {}, rationale: "" },
        position: questions.length + 1,
        code: nextCode(desk.questionnaire.number, questions, type),
      });
      questions = [...questions, row];
      all.push(row);
    }
    const own = questionsIn(questions, section.id);
    await arrange(desk, desk.outline.sections, [...questions.filter((one) => !own.includes(one)), ...own]);
    for (const row of all) await noteAdded(desk, row);
  });
