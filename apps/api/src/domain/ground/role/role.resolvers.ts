import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import type { Context } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { WorkingGroups } from "../group/group.entity.ts";
import { nameOf } from "../person/person.queries.ts";
import { Territories } from "../territory/territory.entity.ts";
import { acceptInvitation, invite, renewInvitation, withdrawInvitation } from "./invitation.commands.ts";
import { invitationOf, invitationsOf, stateByDates } from "./invitation.queries.ts";
import { endRole, giveRole } from "./role.commands.ts";
import type { RoleGrant, RoleScope } from "./role.entity.ts";
import { rolePolicy } from "./role.policy.ts";
import { demoPersonas, formerTeamOf, groupsOfDesk, holders, roleDesk, rolesOf, teamOf } from "./role.queries.ts";

/** The scope of a role. */
const scope = {
  group: ({ groupId }: RoleScope, _: unknown, { load }: Context) => load(WorkingGroups, groupId),
  territory: ({ territoryId }: RoleScope, _: unknown, { load }: Context) => load(Territories, territoryId),
};

/** The day a role ended, or was to end; null while it is in force. */
function endOf({ endedAt, endsOn }: RoleGrant, now: Date) {
  if (endedAt) return dayOf(endedAt);
  return endsOn && endsOn < dayOf(now) ? endsOn : null;
}

export const roleResolvers: Resolvers = {
  Query: {
    demoPersonas: (_, __, { db }) => (config.demo ? demoPersonas(db) : null),
    roleDesk: (_, __, context) => roleDesk(context),
    invitation: (_, { token }, context) => invitationOf(context, token),
  },
  Mutation: {
    giveRole: (_, { input }, { run }) => run((tx) => giveRole(tx, input)),
    endRole: (_, { input }, { run }) => run((tx) => endRole(tx, input)),
    invite: (_, { input }, { run }) => run((tx) => invite(tx, input)),
    renewInvitation: (_, { input }, { run }) => run((tx) => renewInvitation(tx, input)),
    withdrawInvitation: (_, { input }, { run }) => run((tx) => withdrawInvitation(tx, input)),
    acceptInvitation: (_, { input }, { run }) => run((tx) => acceptInvitation(tx, input)),
  },
  ViewerRights: {
    giveRoles: (_, __, { viewer }) => rolePolicy.giveSome(viewer),
  },
  Viewer: {
    ownRoles: ({ id }, _, context) => rolesOf(context, id),
  },
  WorkingGroup: {
    team: ({ id }, _, context) => teamOf(context, id),
    formerTeam: ({ id }, _, context) => formerTeamOf(context, id),
  },
  TeamMember: {
    displayName: async ({ personId }, _, context) => (await nameOf(context, personId)) ?? "",
    territory: scope.territory,
    since: ({ grantedAt }) => dayOf(grantedAt),
    until: (it, _, { now }) => endOf(it, now) ?? it.endsOn,
  },
  RoleDesk: {
    groups: (desk, _, context) => groupsOfDesk(context, desk),
    holders: (desk, args, context) => holders(context, desk, args),
    invitations: (desk, _, context) => invitationsOf(context, desk),
  },
  RoleGrant: {
    ...scope,
    person: async ({ personId }, _, context) => ({
      id: personId,
      displayName: (await nameOf(context, personId)) ?? "",
    }),
    since: ({ grantedAt }) => dayOf(grantedAt),
    endedOn: (it, _, { now }) => endOf(it, now),
  },
  Invitation: {
    ...scope,
    madeBy: async ({ madeById }, _, context) => (await nameOf(context, madeById)) ?? "",
    expiresOn: ({ expiresAt }) => dayOf(expiresAt),
    state: (it, _, { now }) => stateByDates(it, now),
  },
  InvitationLetter: {
    role: ({ invitation, state }) => (state === "WAITING" ? invitation.role : null),
    group: ({ invitation, state }, _, context) => (state === "WAITING" ? scope.group(invitation, _, context) : null),
    territory: ({ invitation, state }, _, context) =>
      state === "WAITING" ? scope.territory(invitation, _, context) : null,
    endsOn: ({ invitation, state }) => (state === "WAITING" ? invitation.endsOn : null),
    madeBy: async ({ invitation, state }, _, context) =>
      state === "WAITING" && invitation.madeById ? ((await nameOf(context, invitation.madeById)) ?? "") : null,
    expiresOn: ({ invitation, state }) => (state === "WAITING" ? dayOf(invitation.expiresAt) : null),
  },
};
