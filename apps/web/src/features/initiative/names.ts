import { m } from "@cahier/schema/messages";
import type { InitiativeStatus } from "../../graphql/operations.generated.ts";

/** Where sheets stand, as the team names it. */
export const statusNames: Record<InitiativeStatus, () => string> = {
  HELD: m.initiative_status_HELD,
  PROPOSED: m.initiative_status_PROPOSED,
  RETURNED: m.initiative_status_RETURNED,
  DECLINED: m.initiative_status_DECLINED,
  VALIDATED: m.initiative_status_VALIDATED,
};
