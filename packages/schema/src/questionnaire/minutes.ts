import { type Definition, type Question, questionsOf } from "./definition.ts";

/** Seconds a question takes. */
function seconds({ type, rows }: Question): number {
  if (type === "TEXT_BLOCK") return 0;
  if (type === "LONG_TEXT") return 90;
  return type === "MATRIX" ? 8 * rows.length : 20;
}

/** Minutes a questionnaire takes by its questions, rounded up; 1 at least. */
export const suggestedMinutes = (definition: Definition): number =>
  Math.max(1, Math.ceil(questionsOf(definition).reduce((sum, question) => sum + seconds(question), 0) / 60));
