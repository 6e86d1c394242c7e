import { m } from "@cahier/schema/messages";
import { isAnswered, visibleQuestions } from "@cahier/schema/questionnaire/logic";
import { stepsOf } from "@cahier/schema/questionnaire/steps";
import type { DraftAnswers } from "./draft/draft.ts";
import { anchorOf, type Question, type Questionnaire } from "./question.ts";

/** A part as it is asked of somebody who answered this. */
export interface Part {
  id: string;
  title: string;
  intro: string | null;
  /** True of the short path: its title is the site's. */
  short: boolean;
  /** From 1. */
  number: number;
  /** All its questions, those whose condition does not hold too. */
  all: readonly Question[];
  /** Questions whose condition holds; text blocks too. */
  questions: readonly Question[];
  /** Those that can be answered. */
  asked: readonly Question[];
  /** Ids of those that are. */
  answered: ReadonlySet<string>;
}

/** The parts of a questionnaire, given the answers so far. */
export function partsOf(questionnaire: Questionnaire, answers: DraftAnswers): Part[] {
  const visible = new Set(visibleQuestions(questionnaire, answers).map(({ id }) => id));
  return stepsOf<Question>(questionnaire).map(({ id, title, intro, questions: all }, index) => {
    const questions = all.filter((one) => visible.has(one.id));
    const asked = questions.filter(({ type }) => type !== "TEXT_BLOCK");
    const answered = new Set(asked.flatMap((one) => (isAnswered(answers[one.id]) ? [one.id] : [])));
    const named = { title: title ?? m.questionnaire_short(), short: title === null };
    return { id, intro, ...named, number: index + 1, all, questions, asked, answered };
  });
}

/** The part in which a field is. */
export const partOf = (parts: readonly Part[], field: string) =>
  parts.find(({ all }) => all.some(({ id }) => anchorOf(id) === anchorOf(field)));

/** True if a response cannot be sent without an answer to this. */
export const isNeeded = ({ repeatQuestionId }: Pick<Questionnaire, "repeatQuestionId">, one: Question) =>
  one.required || one.type === "TERRITORY" || one.id === repeatQuestionId;

/** Progress on the chosen path: the short one while it is on the screen, else the whole. */
export function pathOf(parts: readonly Part[], { number, short }: Pick<Part, "number" | "short">) {
  const path = short ? parts.slice(0, 1) : parts;
  const before = parts.slice(0, number - 1).reduce((sum, { asked }) => sum + asked.length, 0);
  return {
    questions: path.flatMap(({ asked, answered }) => asked.map(({ id }) => ({ id, done: answered.has(id) }))),
    before,
  };
}
