import { type Checker, compile } from "@cahier/schema/questionnaire/check";
import { type Definition, noSettings, type Question as AskedQuestion } from "@cahier/schema/questionnaire/definition";
import type { EntityManager } from "typeorm";
import { prepared } from "../../../platform/data/statement.ts";
import { askedAt, offered, outlineColumns, type Outline } from "./outline.ts";
import type { Question, Questionnaire, QuestionnaireRevision } from "./questionnaire.entity.ts";

/** A questionnaire as the checker of answers knows it: what is asked at one of its revisions. */
export interface CompiledQuestionnaire extends Outline {
  id: string;
  revision: number;
  definition: Definition;
  check: Checker;
  /** The questions whose options are sectors: their answers say what a response is about. */
  sectorQuestions: Question[];
}

/** A question as the questionnaire engine knows it: with the options that are offered. */
export const asAsked = ({ settings, ...question }: Question): AskedQuestion => ({
  ...noSettings,
  ...settings,
  options: offered(settings.options),
  ...question,
});

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
    questions: questions.filter(({ sectionId }) => sectionId === section.id).map(asAsked),
  })),
});

/** Compiled questionnaires, each with its source: compiled again when the questionnaire changes. */
const compiled = new Map<string, { from: string; questionnaire: CompiledQuestionnaire }>();
const mostCompiled = 200;

interface Stored extends Pick<Questionnaire, "id" | "revision" | "repeatQuestionId"> {
  content: string;
  before: string | null;
}

/**
 * A questionnaire ready to check answers; null when there is none of this id. With a revision, as it was then: what was
 * sent from a page opened before it changed is checked against what that page asked. Who may read an answer is always
 * what it is now: that only ever narrows.
 */
export async function definitionOf(
  db: EntityManager,
  questionnaireId: string,
  revision: number | null = null,
): Promise<CompiledQuestionnaire | null> {
  const text = `select it.id, it.revision, it.repeat_question_id as "repeatQuestionId", x.content, v.outline::text as before
    from questionnaire it cross join lateral (select json_build_array(sections, questions, array(
        select key from term where kind = 'SECTOR'))::text as content from (select ${outlineColumns(db)}) y) x
    left join questionnaire_revision v on v.questionnaire_id = it.id and v.revision = $2
    where it.id = $1`;
  const [found] = await prepared<Stored>(db, "questionnaire: definition", text, [questionnaireId, revision]);
  if (!found) return null;
  const key = found.before === null ? questionnaireId : `${questionnaireId} ${revision}`;
  const from = `${found.revision} ${found.repeatQuestionId} ${found.content}`;
  const known = compiled.get(key);
  if (known?.from === from) return known.questionnaire;
  const questionnaire = compileStored(found, revision);
  compiled.delete(key);
  compiled.set(key, { from, questionnaire });
  if (compiled.size > mostCompiled) compiled.delete(compiled.keys().next().value!);
  return questionnaire;
}

function compileStored(found: Stored, revision: number | null): CompiledQuestionnaire {
  const [sections, questions, sectors] = JSON.parse(found.content) as [Outline["sections"], Question[], string[]];
  const now = { revision: found.revision, repeatQuestionId: found.repeatQuestionId, sections, questions };
  const { id } = found;
  const then = found.before === null ? now : asThen(found.before, revision!, questions);
  const asked = askedAt(then, then.revision);
  const definition = definitionFrom({ id, repeatQuestionId: then.repeatQuestionId }, asked);
  const known = new Set(sectors);
  return {
    id,
    revision: then.revision,
    definition,
    check: compile(definition),
    ...asked,
    sectorQuestions: asked.questions.filter(
      ({ settings: { options } }) => options?.length && options.every(({ value }) => known.has(value)),
    ),
  };
}

function asThen(before: string, revision: number, now: Question[]) {
  const outline = JSON.parse(before) as QuestionnaireRevision["outline"];
  const visibility = new Map(now.map((question) => [question.id, question.visibility]));
  const questions = outline.questions.map((question) => ({
    ...question,
    visibility: visibility.get(question.id) ?? question.visibility,
  }));
  return { ...outline, revision, questions };
}
