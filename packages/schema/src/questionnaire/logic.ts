import { type AnswerValue, type Definition, type Question, questionsOf } from "./definition.ts";

/** Deepest condition that can hold: nobody writes a deeper one, and none may exhaust the stack. */
export const deepest = 16;

/** True if something was answered: blanks, an empty list and an empty matrix are not an answer. */
export function isAnswered(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== "";
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return typeof value === "number";
}

const same = (given: unknown, wanted: unknown) =>
  given === wanted || (typeof given === "string" && typeof wanted === "string" && given.normalize().trim() === wanted);

const comparisons: Record<string, (given: number, bound: number) => boolean> = {
  gt: (given, bound) => given > bound,
  gte: (given, bound) => given >= bound,
  lt: (given, bound) => given < bound,
  lte: (given, bound) => given <= bound,
};

/**
 * True if a condition holds, given the answers to the questions before it. Anything else than a condition does not
 * hold: it is never run, and never throws.
 */
export function holds(condition: unknown, answerTo: (questionId: string) => unknown, depth = 0): boolean {
  if (typeof condition !== "object" || condition === null || depth > deepest) return false;
  const rule = condition as Record<string, unknown>;
  const inner = (one: unknown) => holds(one, answerTo, depth + 1);
  if (Array.isArray(rule.all)) return rule.all.every(inner);
  if (Array.isArray(rule.any)) return rule.any.some(inner);
  if ("not" in rule) return !inner(rule.not);
  if (typeof rule.question !== "string") return false;
  const given = answerTo(rule.question);
  if (typeof rule.answered === "boolean") return isAnswered(given) === rule.answered;
  if ("equals" in rule) return same(given, rule.equals);
  if ("contains" in rule)
    return Array.isArray(given) ? given.includes(rule.contains) : isAnswered(given) && same(given, rule.contains);
  return Object.entries(comparisons).some(([name, compare]) => {
    const bound = rule[name];
    return typeof given === "number" && typeof bound === "number" && compare(given, bound);
  });
}

/**
 * The questions asked of a respondent with these answers, in order, text blocks included. An answer to a hidden
 * question counts for nothing, and a condition sees only earlier questions: no cycle is possible.
 */
export function visibleQuestions(
  definition: Definition,
  answers: Readonly<Record<string, AnswerValue | null | undefined>>,
): Question[] {
  const seen = new Map<string, unknown>();
  return questionsOf(definition).filter((question) => {
    const visible = question.visibleIf == null || holds(question.visibleIf, (id) => seen.get(id));
    if (visible && Object.hasOwn(answers, question.id)) seen.set(question.id, answers[question.id]);
    return visible;
  });
}

/** The questions that a condition looks at. */
export function questionsIn(condition: unknown, depth = 0): string[] {
  if (typeof condition !== "object" || condition === null || depth > deepest) return [];
  const rule = condition as Record<string, unknown>;
  const inner = [rule.all, rule.any, rule.not].flat().flatMap((one) => questionsIn(one, depth + 1));
  return typeof rule.question === "string" ? [rule.question, ...inner] : inner;
}
