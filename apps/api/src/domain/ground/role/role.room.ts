import { room } from "../../../platform/room.ts";
import { invitationRoutes } from "./invitation.routes.ts";
import { Invitations, RoleGrants } from "./role.entity.ts";
import { roleResolvers } from "./role.resolvers.ts";

export const roleRoom = room({
  tables: [RoleGrants, Invitations],
  resolvers: [roleResolvers],
  routes: [invitationRoutes],
});
