import type { Exported, ExportedQuestion } from "../responseFiles/export.queries.ts";
import type { Absent } from "./open.policy.ts";

/** Reason why a row that held an answer could be joined with a text. */
export type Told = Extract<Absent, "BESIDE" | "CHANGED">;

type Facts = Pick<Exported, "questionnaire" | "questions" | "wordings" | "asked" | "sectorQuestions">;

/**
 * Questions whose answers would join a row with a text, by id. BESIDE: told beside texts, or bound by a condition to
 * what is. CHANGED: worded, added or dropped while people answered, so that a row tells its days as texts tell theirs.
 */
export function toldBeside(exported: Facts): Map<string, Told> {
  const { questions, asked, sectorQuestions } = exported;
  const told = new Map<string, Told>();
  const repeated = new Set([...asked.values()].map(({ repeatQuestionId }) => repeatQuestionId));
  for (const question of questions) {
    const { id, type, visibility } = question;
    const isWords = visibility === "PUBLIC" && (type === "LONG_TEXT" || type === "SHORT_TEXT");
    const isTrait = type === "TERRITORY" || type === "ORGANISATION_TYPE" || sectorQuestions.has(id) || repeated.has(id);
    if (isWords || isTrait) told.set(id, "BESIDE");
    else if (changed(exported, question)) told.set(id, "CHANGED");
  }
  const conditions = new Map(questions.map((question) => [question.id, namedIn(exported, question)]));
  let again = true;
  const mark = (id: string, reason: Told) => {
    if (told.get(id) === "BESIDE" || told.get(id) === reason) return;
    told.set(id, reason);
    again = true;
  };
  while (again) {
    again = false;
    for (const [id, named] of conditions) {
      // Asked only of some: that it was asked tells what they answered.
      for (const other of named) if (told.has(other)) mark(id, told.get(other)!);
      if (told.get(id) === "BESIDE") for (const other of named) mark(other, "BESIDE");
    }
  }
  return told;
}

/** True if people answered before and after a change of the question. */
function changed({ asked, wordings, questionnaire }: Facts, { id, askedFrom, retiredFrom }: ExportedQuestion) {
  const first = Math.min(...asked.keys());
  return (
    askedFrom > first ||
    (retiredFrom !== null && retiredFrom <= questionnaire.revision) ||
    (wordings.get(id) ?? []).some(({ questionnaireRevision }) => questionnaireRevision > first)
  );
}

/** Questions that the conditions of a question name, in any of its wordings. */
function namedIn({ wordings, questions }: Facts, { id, settings }: ExportedQuestion) {
  const all = [settings, ...(wordings.get(id) ?? []).map((wording) => wording.settings)];
  const conditions = JSON.stringify(all.map(({ visibleIf }) => visibleIf ?? null));
  return questions.flatMap((other) => (other.id !== id && conditions.includes(other.id) ? other.id : []));
}
