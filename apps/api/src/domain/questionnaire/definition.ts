import { type Checker, compile } from "@cahier/schema/questionnaire/check";
import type { Definition, Question as Asked } from "@cahier/schema/questionnaire/definition";
import type { EntityManager } from "typeorm";
import { outlineColumns, type Outline } from "./outline.ts";
import type { Question, Questionnaire } from "./questionnaire.entity.ts";

/** A questionnaire as the checker of answers knows it. */
export interface CompiledQuestionnaire extends Outline {
  id: string;
  definition: Definition;
  check: Checker;
  /** The questions whose options are sectors: their answers say what a response is about. */
  sectorQuestions: Question[];
}

/** What does not apply to the type of a question is not on its row; the checker wants to be told so. */
const absent = {
  maxLength: null,
  options: [],
  rows: [],
  scale: [],
  noOpinionValue: null,
  exclusiveValues: [],
  minSelect: null,
  maxSelect: null,
  allowOther: false,
  min: null,
  max: null,
  minLabel: null,
  maxLabel: null,
};

const asked = ({ settings, ...question }: Question): Asked => ({ ...absent, ...settings, ...question });

/** The same questionnaire as data: what the browser and the API check answers against. */
export const definitionFrom = (
  { id, repeatQuestionId }: Pick<Questionnaire, "id" | "repeatQuestionId">,
  { sections, questions }: Outline,
): Definition => ({
  id,
  repeatQuestionId,
  sections: sections.map((section) => ({
    id: section.id,
    title: section.title,
    intro: section.intro,
    questions: questions.filter(({ sectionId }) => sectionId === section.id).map(asked),
  })),
});

/** What was compiled, and from what: it is made again when the questionnaire changes. */
const compiled = new Map<string, { from: string; questionnaire: CompiledQuestionnaire }>();

type StoredQuestionnaire = Pick<Questionnaire, "id" | "repeatQuestionId"> & { content: string };

/** A questionnaire ready to check answers; null when there is none of this id. */
export async function definitionOf(db: EntityManager, questionnaireId: string): Promise<CompiledQuestionnaire | null> {
  const text = `select it.id, it.repeat_question_id as "repeatQuestionId", x.content
    from questionnaire it cross join lateral (select json_build_array(sections, questions, array(
        select key from term where kind = 'SECTOR'))::text as content from (select ${outlineColumns(db)}) y) x
    where it.id = $1`;
  const [found] = await db.query<[StoredQuestionnaire?]>(text, [questionnaireId]);
  if (!found) return null;
  const from = `${found.repeatQuestionId} ${found.content}`;
  const before = compiled.get(questionnaireId);
  if (before?.from === from) return before.questionnaire;

  const [sections, questions, sectors] = JSON.parse(found.content) as [Outline["sections"], Question[], string[]];
  const definition = definitionFrom(found, { sections, questions });
  const known = new Set(sectors);
  const questionnaire: CompiledQuestionnaire = {
    id: found.id,
    definition,
    check: compile(definition),
    sections,
    questions,
    sectorQuestions: questions.filter(
      ({ settings: { options } }) => options?.length && options.every(({ value }) => known.has(value)),
    ),
  };
  compiled.set(questionnaireId, { from, questionnaire });
  return questionnaire;
}
