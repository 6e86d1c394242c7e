import { OTHER, ratingBounds } from "@cahier/schema/questionnaire/definition";
import type { Question } from "../questionnaire/questionnaire.entity.ts";
import type { Answer } from "../response/response.entity.ts";

/** A closed answer in the words of its question: one for each choice, in the order it is kept. */
export function inWords({ type, settings }: Question, { value, other }: Pick<Answer, "value" | "other">): string[] {
  const { options = [], rows = [], scale = [] } = settings;
  const labels = new Map([...scale, ...options].map((choice) => [choice.value, choice.label]));
  const word = (chosen: unknown) => {
    const label = labels.get(String(chosen)) ?? String(chosen);
    return chosen === OTHER && other ? `${label}\u00A0: ${other}` : label;
  };
  if (type === "MATRIX") {
    const cells = value as Record<string, string>;
    return rows.flatMap((row) =>
      Object.hasOwn(cells, row.value) ? `${row.label}\u00A0: ${word(cells[row.value])}` : [],
    );
  }
  if (type === "RATING" && typeof value === "number" && !labels.has(String(value))) {
    const { max } = ratingBounds({ min: null, max: null, scale, noOpinionValue: null, ...settings });
    return [`${value}/${max}`];
  }
  return Array.isArray(value) ? value.map(word) : [word(value)];
}
