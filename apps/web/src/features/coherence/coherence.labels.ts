import { m } from "@cahier/schema/messages";
import type { CoherenceKind, CoherenceState } from "../../graphql/operations.generated.ts";
import type { Names } from "../../i18n/vocabulary.ts";

/** Names of the relations between proposals. */
export const kindNames: Names<CoherenceKind> = {
  POSSIBLE_CONTRADICTION: m.coherence_kind_POSSIBLE_CONTRADICTION,
  DUPLICATE: m.coherence_kind_DUPLICATE,
  DEPENDENCY: m.coherence_kind_DEPENDENCY,
  SAME_INTERLOCUTOR: m.coherence_kind_SAME_INTERLOCUTOR,
  SHARED_EXAMPLE: m.coherence_kind_SHARED_EXAMPLE,
  TERMINOLOGY: m.coherence_kind_TERMINOLOGY,
};

/** Names of the states of a note. */
export const stateNames: Names<CoherenceState> = {
  OPEN: m.coherence_state_OPEN,
  RESOLVED: m.coherence_state_RESOLVED,
  KEPT: m.coherence_state_KEPT,
};
