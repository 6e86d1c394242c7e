import { territoryKey } from "@cahier/schema/questionnaire/definition";
import type { DraftAnswers } from "./draft/draft.ts";
import type { Questionnaire } from "./question.ts";

/** Sheet of an organisation, as far as a questionnaire asks for it. */
export interface Sheet {
  kind: string;
  territory: { kind: string; code: string } | null;
}

/** Answers that the sheet of an organisation gives: its kind and its territory, where nothing is answered yet. Pure. */
export function filled(
  questionnaire: Pick<Questionnaire, "sections">,
  answers: DraftAnswers,
  { kind, territory }: Sheet,
): DraftAnswers {
  const given: Record<string, string> = {};
  for (const { id, type, options } of questionnaire.sections.flatMap(({ questions }) => questions)) {
    if (answers[id] !== undefined) continue;
    if (type === "ORGANISATION_TYPE" && options.some(({ value }) => value === kind)) given[id] = kind;
    if (type === "TERRITORY" && (territory?.kind === "REGION" || territory?.kind === "DEPARTMENT"))
      given[id] = territoryKey(territory.kind, territory.code);
  }
  return given;
}
