import { m } from "@cahier/schema/messages";
import type { InitiativeState, TextStatus } from "../../graphql/operations.generated.ts";

/** State of a sheet; HELD: the team reads it before it shows. */
export type Standing = InitiativeState | "HELD";

export const standingOf = ({ state, status }: { state: InitiativeState; status: TextStatus }): Standing =>
  status === "HELD" ? "HELD" : state;

/** Names of those states, for the team. */
export const standingNames: Record<Standing, () => string> = {
  HELD: m.initiative_status_HELD,
  PROPOSED: m.initiative_state_PROPOSED,
  RETURNED: m.initiative_state_RETURNED,
  DECLINED: m.initiative_state_DECLINED,
  VALIDATED: m.initiative_state_VALIDATED,
};
