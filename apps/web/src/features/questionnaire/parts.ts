import { isAnswered, visibleQuestions } from "@cahier/schema/questionnaire/logic";
import type { DraftAnswers } from "./draft/draft.ts";
import type { Questionnaire, Section } from "./question.ts";

/** A part as it is asked of somebody who answered this. */
export interface Part {
  section: Section;
  /** From 1. */
  number: number;
  /** Questions whose condition holds; text blocks too. */
  questions: Section["questions"];
  /** Numbers of questions that can be answered, and that are. */
  asked: number;
  answered: number;
}

/** The parts of a questionnaire, given the answers so far. */
export function partsOf(questionnaire: Questionnaire, answers: DraftAnswers): Part[] {
  const visible = new Set(visibleQuestions(questionnaire, answers).map(({ id }) => id));
  return questionnaire.sections.map((section, index) => {
    const questions = section.questions.filter(({ id }) => visible.has(id));
    const asked = questions.filter(({ type }) => type !== "TEXT_BLOCK");
    const answered = asked.filter(({ id }) => isAnswered(answers[id]));
    return { section, number: index + 1, questions, asked: asked.length, answered: answered.length };
  });
}

/** Minutes still needed from a part on, for what is not answered there; none for less than half a minute. */
export function minutesLeft(parts: readonly Part[], current: number, minutes: number) {
  const asked = parts.reduce((sum, part) => sum + part.asked, 0);
  const left = parts
    .filter(({ number }) => number >= current)
    .reduce((sum, part) => sum + part.asked - part.answered, 0);
  return asked ? Math.round((minutes * left) / asked) : 0;
}
