import { m } from "@cahier/schema/messages";
import type { OrganisationRole, OrganisationState } from "../../graphql/operations.generated.ts";
import type { ChipTone } from "../../ui/Chip.tsx";

export const stateNames: Record<OrganisationState, () => string> = {
  REGISTERED: m.organisation_state_REGISTERED,
  CONFIRMED: m.organisation_state_CONFIRMED,
  REFUSED: m.organisation_state_REFUSED,
  CLOSED: m.organisation_state_CLOSED,
};

export const stateTones: Record<OrganisationState, ChipTone> = {
  REGISTERED: "toCome",
  CONFIRMED: "done",
  REFUSED: "neutral",
  CLOSED: "neutral",
};

export const roleNames: Record<OrganisationRole, () => string> = {
  ASKED: m.organisation_role_ASKED,
  MEMBER: m.organisation_role_MEMBER,
  ADMINISTRATOR: m.organisation_role_ADMINISTRATOR,
};
