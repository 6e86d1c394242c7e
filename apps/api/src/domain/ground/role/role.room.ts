import { room } from "../../../platform/room.ts";
import { invitationRoutes } from "./invitation.routes.ts";
import { Invitations, RoleGrants } from "./role.entity.ts";
import { endWith, forgetInvited } from "./role.purges.ts";
import { roleResolvers } from "./role.resolvers.ts";
import { grant } from "./role.writes.ts";

export const roleRoom = room({
  tables: [RoleGrants, Invitations],
  resolvers: [roleResolvers],
  purges: { invitation: forgetInvited },
  routes: [invitationRoutes],
  hears: {
    "person.erased": endWith,
    // A group is run by the person who begins it.
    "group.created": async (tx, groupId) =>
      tx.viewer.id && grant(tx, tx.viewer.id, { role: "FACILITATOR", groupId, territoryId: null, endsOn: null }, null),
  },
});
