import type { ObjectiveState, QuestionnaireState, SynthesisState } from "../../../graphql/resolvers.generated.ts";
import type { Questionnaire } from "../../listen/questionnaire/questionnaire.entity.ts";
import { questionnaireState } from "../../listen/questionnaire/questionnaire.policy.ts";

/** Facts from which the state of an objective is derived. */
interface ObjectiveProgress {
  /** Null while nothing is asked. */
  questionnaire: { opensAt: Date; closesAt: Date } | null;
  /** Null while nothing is written. */
  synthesis: { state: SynthesisState } | null;
}

/** State of an objective at an instant: derived, never stored. */
export function objectiveState({ questionnaire, synthesis }: ObjectiveProgress, now: Date): ObjectiveState {
  if (synthesis?.state === "PUBLISHED" || synthesis?.state === "SUPERSEDED") return "SYNTHESIS_PUBLISHED";
  if (synthesis?.state === "CIRCULATING") return "CIRCULATING";
  if (!questionnaire || now < questionnaire.opensAt) return "PLANNED";
  return now < questionnaire.closesAt ? "GATHERING" : "CONSOLIDATING";
}

/** States of questionnaires, from the one that an objective is shown with first. */
const standing: readonly QuestionnaireState[] = ["OPEN", "PAUSED", "CLOSED", "SCHEDULED", "ARCHIVED", "DRAFT"];

/** Of several questionnaires, the open one that closes first; else the last that closed; else the next that opens. */
export function foremost(all: readonly Questionnaire[], now: Date): Questionnaire | null {
  const ranked = all.map((it) => {
    const state = questionnaireState(it, now);
    const time = state === "SCHEDULED" ? it.opensAt : it.closesAt;
    return { it, rank: standing.indexOf(state), order: (now < time ? 1 : -1) * time.getTime() };
  });
  ranked.sort((one, other) => one.rank - other.rank || one.order - other.order);
  return ranked[0]?.it ?? null;
}
