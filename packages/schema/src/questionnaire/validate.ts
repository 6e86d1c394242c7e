import { type Definition, OTHER, type Question, questionsOf } from "./definition.ts";
import { deepest } from "./logic.ts";

/** A flaw of a definition, and its place. */
export type Flaw = {
  /** Null when it is the whole questionnaire. */
  questionId: string | null;
  code:
    | "ID_UNUSABLE"
    | "ID_TWICE"
    | "OPTIONS_MISSING"
    | "OPTION_TWICE"
    | "VALUE_UNKNOWN"
    | "OTHER_MISSING"
    | "BOUNDS_CROSSED"
    | "CONDITION_UNREADABLE"
    | "CONDITION_TOO_DEEP"
    | "CONDITION_LOOKS_AHEAD"
    | "CONDITION_NEVER_HOLDS"
    | "RATIONALE_MISSING"
    | "NOTHING_ASKED"
    | "TERRITORY_NOT_ASKED"
    | "TERRITORY_ASKED_TWICE"
    | "REPEAT_QUESTION_UNFIT"
    | "NEVER_ASKED_OF_ALL";
};

/** Ids and values are keys of objects, columns of exports and parts of addresses. */
const usable = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;
const unusable = new Set(["constructor", "prototype", "toString", "valueOf", "hasOwnProperty"]);
const isUsable = (id: string) => usable.test(id) && !unusable.has(id) && !id.endsWith("-other");

const withOptions = new Set(["SINGLE_CHOICE", "MULTIPLE_CHOICE", "RANKING", "ORGANISATION_TYPE"]);
const comparisons = ["gt", "gte", "lt", "lte"];

/** The flaw of a condition, given the questions asked before it by id; null when it has none. */
export function conditionFlaw(
  condition: unknown,
  before: ReadonlyMap<string, Pick<Question, "options">>,
  depth = 0,
): Flaw["code"] | null {
  if (depth > deepest) return "CONDITION_TOO_DEEP";
  if (typeof condition !== "object" || condition === null || Array.isArray(condition)) return "CONDITION_UNREADABLE";
  const rule = condition as Record<string, unknown>;
  const keys = Object.keys(rule);
  if (keys.length === 1) {
    const parts = rule.all ?? rule.any ?? ("not" in rule ? [rule.not] : null);
    if (!Array.isArray(parts)) return "CONDITION_UNREADABLE";
    for (const part of parts) {
      const flaw = conditionFlaw(part, before, depth + 1);
      if (flaw) return flaw;
    }
    return null;
  }
  const { question } = rule;
  const name = keys.find((key) => key !== "question") ?? "";
  const wanted = rule[name];
  const readable =
    keys.length === 2 &&
    typeof question === "string" &&
    ((name === "equals" && (typeof wanted === "string" || typeof wanted === "number")) ||
      (name === "contains" && typeof wanted === "string") ||
      (name === "answered" && typeof wanted === "boolean") ||
      (comparisons.includes(name) && typeof wanted === "number"));
  if (!readable) return "CONDITION_UNREADABLE";
  const looked = before.get(question);
  if (!looked) return "CONDITION_LOOKS_AHEAD";
  const chosen = (name === "equals" || name === "contains") && looked.options.length > 0;
  return chosen && !looked.options.some(({ value }) => value === wanted) ? "CONDITION_NEVER_HOLDS" : null;
}

const crossed = (low: number | null, high: number | null) => low !== null && high !== null && low > high;

/** Flaws of a question by itself, wherever it stands. */
export function* questionFlaws(question: Question): Generator<Flaw["code"]> {
  const { options, rows, scale, type } = question;
  if (!isUsable(question.id)) yield "ID_UNUSABLE";
  for (const list of [options, rows, scale]) {
    if (list.some((one) => !isUsable(one.value))) yield "ID_UNUSABLE";
    if (new Set(list.map((one) => one.value)).size < list.length) yield "OPTION_TWICE";
  }
  if (type !== "TEXT_BLOCK" && !question.rationale.trim()) yield "RATIONALE_MISSING";
  if (withOptions.has(type) && options.length === 0) yield "OPTIONS_MISSING";
  if (type === "MATRIX" && (rows.length === 0 || scale.length === 0)) yield "OPTIONS_MISSING";
  const values = new Set([...options, ...scale].map((one) => one.value));
  if (question.exclusiveValues.some((value) => !values.has(value))) yield "VALUE_UNKNOWN";
  if (question.noOpinionValue !== null && type === "MATRIX" && !values.has(question.noOpinionValue))
    yield "VALUE_UNKNOWN";
  if (question.allowOther && !options.some((one) => one.value === OTHER)) yield "OTHER_MISSING";
  if (crossed(question.min, question.max) || crossed(question.minSelect, question.maxSelect)) yield "BOUNDS_CROSSED";
}

/** Flaws of a definition; none when it can be published. */
export function validateDefinition(definition: Definition): Flaw[] {
  const flaws: Flaw[] = [];
  const before = new Map<string, Question>();
  const questions = questionsOf(definition);
  for (const question of questions) {
    const add = (code: Flaw["code"]) => flaws.push({ questionId: question.id, code });
    for (const code of questionFlaws(question)) add(code);
    if (before.has(question.id)) add("ID_TWICE");
    const flaw = question.visibleIf == null ? null : conditionFlaw(question.visibleIf, before);
    if (flaw) add(flaw);
    before.set(question.id, question);
  }
  const sections = definition.sections.map((section) => section.id);
  if (new Set(sections).size < sections.length) flaws.push({ questionId: null, code: "ID_TWICE" });
  const territories = questions.filter((question) => question.type === "TERRITORY");
  if (territories.length === 0) flaws.push({ questionId: null, code: "TERRITORY_NOT_ASKED" });
  for (const question of territories.slice(1)) flaws.push({ questionId: question.id, code: "TERRITORY_ASKED_TWICE" });
  const says = ({ type, id }: Question) =>
    type !== "TEXT_BLOCK" && type !== "TERRITORY" && id !== definition.repeatQuestionId;
  if (!questions.some(says)) flaws.push({ questionId: null, code: "NOTHING_ASKED" });
  const repeat = questions.find((question) => question.id === definition.repeatQuestionId);
  if (definition.repeatQuestionId !== null && repeat?.type !== "SINGLE_CHOICE")
    flaws.push({ questionId: definition.repeatQuestionId, code: "REPEAT_QUESTION_UNFIT" });
  // Every response needs these two: no condition may hide them.
  for (const question of [territories[0], repeat])
    if (question && question.visibleIf != null) flaws.push({ questionId: question.id, code: "NEVER_ASKED_OF_ALL" });
  return flaws;
}
