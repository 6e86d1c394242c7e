import { type Definition, noSettings, type Question, type QuestionType } from "../src/questionnaire/definition.ts";

const options = (values: string) => values.split(" ").map((value) => ({ value, label: value.toLowerCase() }));

/** A minimal question of a type, with the fields a test sets. */
export const question = (id: string, type: QuestionType, more: Partial<Question> = {}): Question => ({
  id,
  code: id,
  type,
  label: id,
  plain: null,
  help: null,
  rationale: "For the test.",
  usedIn: null,
  required: false,
  visibility: "PUBLIC",
  ...noSettings,
  visibleIf: null,
  ...more,
});

/** A questionnaire of one section. */
export const definition = (questions: Question[], repeatQuestionId: string | null = null): Definition => ({
  id: "test",
  repeatQuestionId,
  sections: [{ id: "s1", title: "Test", intro: null, questions }],
});

export const territory = question("where", "TERRITORY", { required: true });

/** A questionnaire with a question of each type, every rule, and two questions that depend on others. */
export const everything = definition(
  [
    territory,
    question("sector", "SINGLE_CHOICE", { options: options("FOOD ENERGY OTHER"), allowOther: true }),
    question("intro", "TEXT_BLOCK"),
    question("name", "SHORT_TEXT", { maxLength: 40 }),
    question("story", "LONG_TEXT", { maxLength: 300 }),
    question("seen", "MULTIPLE_CHOICE", {
      options: options("A B C D OTHER NONE"),
      exclusiveValues: ["NONE"],
      minSelect: 2,
      maxSelect: 3,
      allowOther: true,
    }),
    question("weight", "RATING", { min: 1, max: 5, noOpinionValue: "0" }),
    question("why", "LONG_TEXT", { maxLength: 300, visibleIf: { question: "weight", gte: 4 } }),
    question("criteria", "MATRIX", { rows: options("NEAR FAIR"), scale: options("2 1 0"), noOpinionValue: "0" }),
    question("order", "RANKING", { options: options("X Y Z"), maxSelect: 2 }),
    question("people", "NUMBER", { min: 0, max: 1000, wholeNumbers: true }),
    question("since", "DATE"),
    question("as", "ORGANISATION_TYPE", { options: options("INDIVIDUAL ASSOCIATION") }),
    question("members", "NUMBER", {
      visibleIf: { all: [{ question: "as", equals: "ASSOCIATION" }, { not: { question: "sector", equals: "FOOD" } }] },
    }),
  ],
  "sector",
);
