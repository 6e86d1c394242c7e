import { m } from "@cahier/schema/messages";
import type { AmendmentState } from "../../graphql/operations.generated.ts";
import type { Names } from "../../i18n/vocabulary.ts";
import type { ChipTone } from "../../ui/Chip.tsx";

/** Names of the states of an amendment. */
export const stateNames: Names<AmendmentState> = {
  PROPOSED: m.amendment_PROPOSED,
  ACCEPTED: m.amendment_ACCEPTED,
  REFUSED: m.amendment_REFUSED,
  PROMOTED: m.amendment_PROMOTED,
  WITHDRAWN: m.amendment_WITHDRAWN,
};

export const stateTones: Record<AmendmentState, ChipTone> = {
  PROPOSED: "open",
  ACCEPTED: "done",
  REFUSED: "neutral",
  PROMOTED: "neutral",
  WITHDRAWN: "neutral",
};
