import type { FormQuestion } from "@cahier/schema/form";
import { m } from "@cahier/schema/messages";
import type { Condition } from "@cahier/schema/questionnaire/definition";

/** A condition as a sentence: « si la réponse à « … » contient « Énergie » ». */
export function conditionWords(condition: Condition, questions: readonly FormQuestion[]): string {
  const words = (one: Condition) => conditionWords(one, questions);
  const within = (one: Condition) => ("all" in one || "any" in one ? `(${words(one)})` : words(one));
  if ("all" in condition) return condition.all.map(within).join(` ${m.form_and()} `);
  if ("any" in condition) return condition.any.map(within).join(` ${m.form_or()} `);
  if ("not" in condition) return m.form_if_not({ condition: within(condition.not) });
  const about = questions.find(({ name }) => name === condition.question);
  const question = shortened(about?.label.text ?? condition.question);
  const option = (value: string | number) =>
    about?.settings.options?.find((one) => one.value === value)?.label.text ?? String(value);
  if ("equals" in condition) return m.form_if_equals({ question, value: option(condition.equals) });
  if ("contains" in condition) return m.form_if_contains({ question, value: option(condition.contains) });
  if ("answered" in condition)
    return condition.answered ? m.form_if_answered({ question }) : m.form_if_unanswered({ question });
  if ("gt" in condition) return m.form_if_gt({ question, value: condition.gt });
  if ("gte" in condition) return m.form_if_gte({ question, value: condition.gte });
  if ("lt" in condition) return m.form_if_lt({ question, value: condition.lt });
  return m.form_if_lte({ question, value: condition.lte });
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text);
