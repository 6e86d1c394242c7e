import type { Question, Questionnaire } from "./question.ts";

const said = <Choice extends { label: string; plain: string | null }>(choices: readonly Choice[]): Choice[] =>
  choices.map((choice) => ({ ...choice, label: choice.plain ?? choice.label }));

/** A question in its simple words; in its own where nobody wrote others. */
export const questionInSimpleWords = (question: Question): Question => ({
  ...question,
  label: question.plain ?? question.label,
  help: question.plainHelp ?? question.help,
  options: said(question.options),
  rows: said(question.rows),
  scale: said(question.scale),
});

/** « Version simple »: a questionnaire in its simple words, from its introduction to its choices. */
export const inSimpleWords = (questionnaire: Questionnaire): Questionnaire => ({
  ...questionnaire,
  intro: questionnaire.plainIntro ?? questionnaire.intro,
  sections: questionnaire.sections.map((section) => ({
    ...section,
    intro: section.plainIntro ?? section.intro,
    questions: section.questions.map(questionInSimpleWords),
  })),
});
