import { isObject } from "@cahier/schema/object";
import type { Operator } from "../../../i18n/conditions.ts";
import type { Question, QuestionType } from "../composed.tsx";

export interface Rule {
  question: string;
  operator: Operator;
  /** The value of an option, or a number as typed; empty where none is needed. */
  value: string;
}

/** A condition as it is edited: some rules, of which all or any must hold. */
export interface Rules {
  mode: "all" | "any";
  rules: readonly Rule[];
}

const numbers: readonly Operator[] = ["equals", "gt", "gte", "lt", "lte"];

/** Operators by type of question, most usual first. */
export function operatorsFor(type: QuestionType): readonly Operator[] {
  if (type === "SINGLE_CHOICE" || type === "ORGANISATION_TYPE")
    return ["equals", "notEquals", "answered", "unanswered"];
  if (type === "MULTIPLE_CHOICE" || type === "RANKING") return ["contains", "notContains", "answered", "unanswered"];
  if (type === "NUMBER" || type === "RATING") return [...numbers, "answered", "unanswered"];
  return ["answered", "unanswered"];
}

/** True if the operator compares with a value. */
export const needsValue = (operator: Operator) => operator !== "answered" && operator !== "unanswered";

/** A rule about a question, as it begins. */
export const newRule = (question: Question): Rule => ({
  question: question.id,
  operator: operatorsFor(question.type)[0]!,
  value: question.options[0]?.value ?? "",
});

/** Rules as the tree that is stored; null for none. A number typed is a number. */
export function treeOf({ mode, rules }: Rules, typeOf: (question: string) => QuestionType | undefined): unknown {
  const leaves = rules.map(({ question, operator, value }) => {
    if (operator === "answered" || operator === "unanswered") return { question, answered: operator === "answered" };
    if (operator === "notEquals") return { not: { question, equals: value } };
    if (operator === "notContains") return { not: { question, contains: value } };
    if (operator === "contains") return { question, contains: value };
    const type = typeOf(question);
    const typed = value.trim().replace(",", ".");
    // While it is being typed, « 3, » is not yet a number.
    const isNumber = (type === "NUMBER" || type === "RATING") && typed !== "" && String(Number(typed)) === typed;
    return { question, [operator]: isNumber ? Number(typed) : value };
  });
  return leaves.length > 1 ? { [mode]: leaves } : (leaves[0] ?? null);
}

function ruleOf(tree: unknown): Rule | null {
  if (!isObject(tree)) return null;
  if (isObject(tree.not)) {
    const inner = ruleOf(tree.not);
    if (inner?.operator === "equals") return { ...inner, operator: "notEquals" };
    if (inner?.operator === "contains") return { ...inner, operator: "notContains" };
    return null;
  }
  const { question, answered } = tree;
  if (typeof question !== "string") return null;
  if (typeof answered === "boolean") return { question, operator: answered ? "answered" : "unanswered", value: "" };
  for (const operator of ["contains", ...numbers] as const) {
    const value = tree[operator];
    if (typeof value === "string" || typeof value === "number") return { question, operator, value: `${value}` };
  }
  return null;
}

/** A stored tree as rules to edit; null where it says more than rules can. */
export function rulesOf(tree: unknown): Rules | null {
  if (tree == null) return { mode: "all", rules: [] };
  if (isObject(tree)) {
    const mode = Array.isArray(tree.any) ? "any" : "all";
    const parts = tree[mode];
    if (Array.isArray(parts)) {
      const rules = parts.map(ruleOf);
      return rules.every((rule) => rule !== null) ? { mode, rules } : null;
    }
  }
  const rule = ruleOf(tree);
  return rule && { mode: "all", rules: [rule] };
}
