import { m } from "@cahier/schema/messages";
import type { Role } from "../graphql/operations.generated.ts";

/** Names of the roles. */
export const roleNames: Record<Role, () => string> = {
  ADMINISTRATOR: m.person_role_ADMINISTRATOR,
  FACILITATOR: m.person_role_FACILITATOR,
  RAPPORTEUR: m.person_role_RAPPORTEUR,
  REFERENT: m.person_role_REFERENT,
  MODERATOR: m.person_role_MODERATOR,
  MEMBER: m.person_role_MEMBER,
};
