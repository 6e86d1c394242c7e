import type { ObjectiveState, SynthesisState } from "../../../graphql/resolvers.generated.ts";

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
