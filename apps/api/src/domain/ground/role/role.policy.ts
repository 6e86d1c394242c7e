import type { Role } from "../../../graphql/resolvers.generated.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import type { RoleScope } from "./role.entity.ts";

/** Roles that a facilitator gives and ends in their group. */
const rolesOfGroup: readonly Role[] = ["FACILITATOR", "RAPPORTEUR", "MODERATOR", "REFERENT", "MEMBER"];

/** Rights on roles: an administrator gives and ends all, a facilitator those of their group. Pure. */
export const rolePolicy = {
  /** Some role, somewhere. */
  giveSome: (viewer: Viewer) => viewer.has("ADMINISTRATOR") || viewer.has("FACILITATOR"),
  /** This role, there: to give it, to invite to it, to end it. */
  give: (viewer: Viewer, { role, groupId }: Pick<RoleScope, "role" | "groupId">) =>
    viewer.has("ADMINISTRATOR") ||
    (groupId !== null && rolesOfGroup.includes(role) && viewer.has("FACILITATOR", groupId)),
};
