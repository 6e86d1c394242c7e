import { m } from "@cahier/schema/messages";
import type { Question } from "./composition.tsx";
import type { Operator } from "./condition.ts";

type Choices = readonly { value: string; label: string }[];

/** What is said of a question that a condition looks at. */
type Known = Pick<Question, "id" | "code"> & { options: Choices; scale: Choices };

export const operatorNames: Record<Operator, () => string> = {
  equals: m.studio_operator_equals,
  notEquals: m.studio_operator_not_equals,
  contains: m.studio_operator_contains,
  notContains: m.studio_operator_not_contains,
  answered: m.studio_operator_answered,
  unanswered: m.studio_operator_unanswered,
  gt: m.studio_operator_gt,
  gte: m.studio_operator_gte,
  lt: m.studio_operator_lt,
  lte: m.studio_operator_lte,
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** « la réponse à 1.2 contient « Énergie » et la réponse à 1.4 est donnée »: any tree, in words. */
function clause(tree: unknown, known: readonly Known[], depth = 0): string {
  if (!isObject(tree) || depth > 16) return m.studio_condition_unreadable();
  const joined = (parts: unknown[], word: string) => {
    const words = parts.map((part) => clause(part, known, depth + 1)).join(` ${word} `);
    return depth > 0 && parts.length > 1 ? `(${words})` : words;
  };
  if (Array.isArray(tree.all)) return joined(tree.all, m.studio_condition_and());
  if (Array.isArray(tree.any)) return joined(tree.any, m.studio_condition_or());
  if ("not" in tree) {
    const inner = tree.not;
    if (isObject(inner) && ("equals" in inner || "contains" in inner))
      return leaf(inner, known, "equals" in inner ? "notEquals" : "notContains");
    return m.studio_condition_not({ clause: clause(inner, known, depth + 1) });
  }
  return leaf(tree, known);
}

function leaf(tree: Record<string, unknown>, known: readonly Known[], negated?: Operator): string {
  const found = known.find(({ id }) => id === tree.question);
  const subject = m.studio_condition_subject({ code: found?.code ?? "?" });
  if (typeof tree.answered === "boolean")
    return `${subject} ${operatorNames[tree.answered ? "answered" : "unanswered"]()}`;
  const operator = (["contains", "equals", "gt", "gte", "lt", "lte"] as const).find((name) => name in tree);
  if (!operator) return m.studio_condition_unreadable();
  const value = tree[operator];
  const label = [...(found?.options ?? []), ...(found?.scale ?? [])].find((one) => one.value === value)?.label;
  const said = typeof value === "number" ? `${value}` : m.studio_quoted({ words: label ?? String(value) });
  return `${subject} ${operatorNames[negated ?? operator]()} ${said}`;
}

/** « Si la réponse à 1.2 contient « Énergie » »; null for a question that is always asked. */
export const conditionSentence = (tree: unknown, known: readonly Known[]) =>
  tree == null ? null : m.studio_condition_if({ clause: clause(tree, known) });
