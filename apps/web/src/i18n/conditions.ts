import { isObject } from "@cahier/schema/object";
import { m } from "@cahier/schema/messages";

/** Comparison of an answer. */
export type Operator =
  | "equals"
  | "notEquals"
  | "contains"
  | "notContains"
  | "answered"
  | "unanswered"
  | "gt"
  | "gte"
  | "lt"
  | "lte";

type Choices = readonly { value: string; label: string }[];

/** Question that a condition refers to. */
export interface Known {
  id: string;
  /** Name in the sentence: « 1.2 », or its own words. */
  code: string;
  options: Choices;
  scale: Choices;
}

export const operatorNames: Record<Operator, () => string> = {
  equals: m.questionnaire_operator_equals,
  notEquals: m.questionnaire_operator_not_equals,
  contains: m.questionnaire_operator_contains,
  notContains: m.questionnaire_operator_not_contains,
  answered: m.questionnaire_operator_answered,
  unanswered: m.questionnaire_operator_unanswered,
  gt: m.questionnaire_operator_gt,
  gte: m.questionnaire_operator_gte,
  lt: m.questionnaire_operator_lt,
  lte: m.questionnaire_operator_lte,
};

/** « la réponse à 1.2 contient « Énergie » et la réponse à 1.4 est donnée »: any tree, in words. */
export function conditionClause(tree: unknown, known: readonly Known[], depth = 0): string {
  if (!isObject(tree) || depth > 16) return m.questionnaire_condition_unreadable();
  const joined = (parts: unknown[], word: string) => {
    const words = parts.map((part) => conditionClause(part, known, depth + 1)).join(` ${word} `);
    return depth > 0 && parts.length > 1 ? `(${words})` : words;
  };
  if (Array.isArray(tree.all)) return joined(tree.all, m.questionnaire_condition_and());
  if (Array.isArray(tree.any)) return joined(tree.any, m.questionnaire_condition_or());
  if ("not" in tree) {
    const inner = tree.not;
    if (isObject(inner) && ("equals" in inner || "contains" in inner))
      return leaf(inner, known, "equals" in inner ? "notEquals" : "notContains");
    return m.questionnaire_condition_not({ clause: conditionClause(inner, known, depth + 1) });
  }
  return leaf(tree, known);
}

function leaf(tree: Record<string, unknown>, known: readonly Known[], negated?: Operator): string {
  const found = known.find(({ id }) => id === tree.question);
  const subject = m.questionnaire_condition_subject({ code: found?.code ?? "?" });
  if (typeof tree.answered === "boolean")
    return `${subject} ${operatorNames[tree.answered ? "answered" : "unanswered"]()}`;
  const operator = (["contains", "equals", "gt", "gte", "lt", "lte"] as const).find((name) => name in tree);
  if (!operator) return m.questionnaire_condition_unreadable();
  const value = tree[operator];
  const label = [...(found?.options ?? []), ...(found?.scale ?? [])].find((one) => one.value === value)?.label;
  const said = typeof value === "number" ? `${value}` : m.questionnaire_quoted({ words: label ?? String(value) });
  return `${subject} ${operatorNames[negated ?? operator]()} ${said}`;
}

/** « Si la réponse à 1.2 contient « Énergie » »; null for a question that is always asked. */
export const conditionSentence = (tree: unknown, known: readonly Known[]) =>
  tree == null ? null : m.questionnaire_condition_if({ clause: conditionClause(tree, known) });
