import { m } from "@cahier/schema/messages";
import type { Condition } from "@cahier/schema/questionnaire/definition";
import type { Question } from "./question.ts";

/** The questions that a condition looks at. */
export function questionsIn(condition: unknown): string[] {
  if (typeof condition !== "object" || condition === null) return [];
  const rule = condition as Record<string, unknown>;
  const inner = [rule.all, rule.any, rule.not].flat().flatMap(questionsIn);
  return typeof rule.question === "string" ? [rule.question, ...inner] : inner;
}

/** A condition in words: « vous répondez « Énergie » à la question 1.2 ». */
export function conditionWords(condition: unknown, questions: readonly Question[]): string {
  const rule = condition as Condition;
  const inner = (one: unknown) => conditionWords(one, questions);
  if ("all" in rule) return rule.all.map(inner).join(m.questionnaire_if_and());
  if ("any" in rule) return rule.any.map(inner).join(m.questionnaire_if_or());
  if ("not" in rule) return m.questionnaire_if_not({ condition: inner(rule.not) });
  const question = questions.find(({ id }) => id === rule.question);
  const code = question?.code ?? "";
  const labelOf = (value: string | number) =>
    [...(question?.options ?? []), ...(question?.scale ?? [])].find((one) => one.value === value)?.label ?? `${value}`;
  if ("equals" in rule) return m.questionnaire_if_answer({ code, answer: labelOf(rule.equals) });
  if ("contains" in rule) return m.questionnaire_if_answer({ code, answer: labelOf(rule.contains) });
  if ("answered" in rule)
    return rule.answered ? m.questionnaire_if_answered({ code }) : m.questionnaire_if_unanswered({ code });
  if ("gt" in rule) return m.questionnaire_if_number({ code, bound: `> ${rule.gt}` });
  if ("gte" in rule) return m.questionnaire_if_number({ code, bound: `≥ ${rule.gte}` });
  if ("lt" in rule) return m.questionnaire_if_number({ code, bound: `< ${rule.lt}` });
  return m.questionnaire_if_number({ code, bound: `≤ ${rule.lte}` });
}
