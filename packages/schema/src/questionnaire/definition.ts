/** Types of questions. A TEXT_BLOCK is read, not answered. */
export type QuestionType =
  | "SHORT_TEXT"
  | "LONG_TEXT"
  | "SINGLE_CHOICE"
  | "MULTIPLE_CHOICE"
  | "RATING"
  | "MATRIX"
  | "RANKING"
  | "NUMBER"
  | "DATE"
  | "TERRITORY"
  | "ORGANISATION_TYPE"
  | "TEXT_BLOCK";

/** Readers of the answers to a question: anybody, nobody (counts only), the team. */
export type AnswerVisibility = "PUBLIC" | "AGGREGATED" | "TEAM";

/** An option to choose, a row of a matrix, or a step of a scale. */
export type Option = { readonly value: string; readonly label: string };

/**
 * The condition of a question: a tree of rules on the answers to the questions before it. It is data, read by
 * `logic.ts` and never run. A list of choices `contains` a value; a single choice contains itself.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly question: string; readonly equals: string | number }
  | { readonly question: string; readonly contains: string }
  | { readonly question: string; readonly answered: boolean }
  | { readonly question: string; readonly gt: number }
  | { readonly question: string; readonly gte: number }
  | { readonly question: string; readonly lt: number }
  | { readonly question: string; readonly lte: number };

/** Settings that bound an answer; absent where its type has none. */
export interface AnswerBounds {
  maxLength?: number;
  exclusiveValues?: string[];
  minSelect?: number;
  maxSelect?: number;
  allowOther?: boolean;
  min?: number;
  max?: number;
  wholeNumbers?: boolean;
}

/** One question. Fields that do not apply to its type are null, or an empty list. */
export type Question = {
  readonly id: string;
  /** As printed on paper and said in a meeting: « 1.3 ». */
  readonly code: string;
  readonly type: QuestionType;
  readonly label: string;
  /** The same in plain words. */
  readonly plain: string | null;
  readonly help: string | null;
  /** Why it is asked. */
  readonly rationale: string;
  /** The use made of its answers. */
  readonly usedIn: string | null;
  readonly required: boolean;
  /** True if whoever composed it put it on the short path. */
  readonly short?: boolean | undefined;
  readonly visibility: AnswerVisibility;
  /** Of a text, in UTF-16 units, as a text area counts them. Null: the default of its type, `longest`. */
  readonly maxLength: number | null;
  readonly options: readonly Option[];
  /** The rows of a matrix. */
  readonly rows: readonly Option[];
  /** The columns of a matrix, or the steps of a rating. */
  readonly scale: readonly Option[];
  /** The value of « no opinion »: an answer of its own, counted and left out of means. */
  readonly noOpinionValue: string | null;
  /** Values that exclude every other. */
  readonly exclusiveValues: readonly string[];
  readonly minSelect: number | null;
  readonly maxSelect: number | null;
  /** True if the option `OTHER` comes with a text of one's own, kept under `otherKey(id)`. */
  readonly allowOther: boolean;
  readonly min: number | null;
  readonly max: number | null;
  /** True if a number has no fraction: people are counted, or days. */
  readonly wholeNumbers: boolean;
  readonly minLabel: string | null;
  readonly maxLabel: string | null;
  /** A `Condition`, or null when the question is always asked. Of unknown shape where it comes from the network. */
  readonly visibleIf?: unknown;
};

/** Settings of a question without any: those of other types are null, or an empty list. */
export const noSettings = {
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
  wholeNumbers: false,
  minLabel: null,
  maxLabel: null,
} satisfies Partial<Question>;

/** A part of a questionnaire: one screen. */
export type Section = {
  readonly id: string;
  readonly title: string;
  readonly intro: string | null;
  readonly questions: readonly Question[];
};

/** The sections and questions of a questionnaire, in order. The questionnaire that the API serves is one. */
export type Definition = {
  readonly id: string;
  /** Answered once for each option of this question; null when answered once. */
  readonly repeatQuestionId: string | null;
  readonly sections: readonly Section[];
};

/**
 * Answer to a question, by its type:
 * - SHORT_TEXT, LONG_TEXT, and the text of « other »: the text;
 * - SINGLE_CHOICE, ORGANISATION_TYPE: the value of the option;
 * - MULTIPLE_CHOICE: the values, in the order of the options; RANKING: the values, the first one first;
 * - MATRIX: the row's value → the column's value;
 * - RATING: a whole number, or the value of « no opinion »; NUMBER: a number;
 * - DATE: « 2012-06-20 »;
 * - TERRITORY: its kind and code, « DEPARTMENT:29 », « REGION:53 », « REGION_2012:53 ».
 */
export type AnswerValue = string | number | readonly string[] | Readonly<Record<string, string>>;

/** Question id (or `otherKey` of one) → answer. A question without an answer has no key. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** The option that stands for « other ». */
export const OTHER = "OTHER";

/** Key of the text of « other », beside the choice. */
export const otherKey = (questionId: string) => `${questionId}-other`;

/** The longest texts, in UTF-16 units, where the question says nothing. */
export const longest = { SHORT_TEXT: 200, LONG_TEXT: 4000, OTHER: 200 } as const;

/** Answer to a TERRITORY question: `kind:code`, since a code alone can be a department's or a region's. */
export const territoryKey = (kind: "DEPARTMENT" | "REGION" | "REGION_2012", code: string) => `${kind}:${code}`;

/** All questions, in order, text blocks included. */
export const questionsOf = (definition: Definition) => definition.sections.flatMap((section) => section.questions);

/** The values a rating can take, « no opinion » apart. */
export function ratingBounds(question: Pick<Question, "min" | "max" | "scale" | "noOpinionValue">) {
  const steps = question.scale.filter((step) => step.value !== question.noOpinionValue).length;
  const min = question.min ?? 1;
  return { min, max: question.max ?? min + (steps || 5) - 1 };
}
