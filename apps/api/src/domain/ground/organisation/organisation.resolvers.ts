import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import { isUnverified } from "../../../platform/reserved.ts";
import { hiddenFor } from "../moderation/ruling.queries.ts";
import { nameOf } from "../person/person.queries.ts";
import { Territories } from "../territory/territory.entity.ts";
import { inviteToOrganisation, joinOrganisation, withdrawOrganisationInvitation } from "./invitation.commands.ts";
import { askToJoinOrganisation, changeOrganisationMember, leaveOrganisation } from "./member.commands.ts";
import {
  closeOrganisation,
  editOrganisation,
  judgeOrganisation,
  registerOrganisation,
} from "./organisation.commands.ts";
import { Organisations } from "./organisation.entity.ts";
import { isIn, organisationPolicy } from "./organisation.policy.ts";
import {
  administratorsOf,
  invitationsTo,
  letterOf,
  membershipsOf,
  membersOf,
  organisationOf,
  organisations,
  organisationsToConfirm,
  ownRoleIn,
} from "./organisation.queries.ts";

export const organisationResolvers: Resolvers = {
  Query: {
    organisations: (_, { territory, after }, context) => organisations(context, territory, after),
    organisation: (_, { slug }, context) => organisationOf(context, slug),
    organisationsToConfirm: (_, __, context) => organisationsToConfirm(context),
    organisationInvitation: (_, { token }, context) => letterOf(context, token),
  },
  Mutation: {
    registerOrganisation: (_, { input }, { run }) => run((act) => registerOrganisation(act, input)),
    editOrganisation: (_, { input }, { run }) => run((tx) => editOrganisation(tx, input)),
    closeOrganisation: (_, { input }, { run }) => run((tx) => closeOrganisation(tx, input)),
    judgeOrganisation: (_, { input }, { run }) => run((tx) => judgeOrganisation(tx, input)),
    askToJoinOrganisation: (_, { input }, { run }) => run((tx) => askToJoinOrganisation(tx, input)),
    joinOrganisation: (_, { input }, { run }) => run((tx) => joinOrganisation(tx, input)),
    leaveOrganisation: (_, { input }, { run }) => run((tx) => leaveOrganisation(tx, input)),
    changeOrganisationMember: (_, { input }, { run }) => run((tx) => changeOrganisationMember(tx, input)),
    inviteToOrganisation: (_, { input }, { run }) => run((tx) => inviteToOrganisation(tx, input)),
    withdrawOrganisationInvitation: (_, { input }, { run }) => run((tx) => withdrawOrganisationInvitation(tx, input)),
  },
  Viewer: {
    memberships: ({ id }, _, context) => membershipsOf(context, id),
  },
  OrganisationMembership: {
    organisation: async ({ organisationId }, _, { load }) => (await load(Organisations, organisationId))!,
    speaks: async ({ organisationId, role }, _, { load }) =>
      organisationPolicy.speak((await load(Organisations, organisationId))!, role),
  },
  Organisation: {
    nameIsUnverified: async ({ name, state }, _, context) => state !== "CONFIRMED" && isUnverified(context, name),
    territory: ({ territoryId }, _, { load }) => load(Territories, territoryId),
    async website({ id, state, status, website }, _, context) {
      const shown = status === "VISIBLE" && state === "CONFIRMED";
      const read = shown || organisationPolicy.confirm(context.viewer) || isIn(await ownRoleIn(context, id));
      return read ? website : null;
    },
    verified: ({ state }) => state === "CONFIRMED",
    refusedBecause: async ({ id, reason }, _, context) =>
      organisationPolicy.confirm(context.viewer) || isIn(await ownRoleIn(context, id)) ? reason : null,
    hiddenFor: (it, _, context) => hiddenFor(context, "ORGANISATION", it),
    members: ({ id }, _, context) => membersOf(context, id),
    administrators: ({ id }, _, context) => administratorsOf(context, id),
    invitations: ({ id }, _, context) => invitationsTo(context, id),
    ownRole: ({ id }, _, context) => ownRoleIn(context, id),
    viewerCan: (it) => it,
  },
  OrganisationRights: {
    keep: async ({ id }, _, context) => organisationPolicy.keep(await ownRoleIn(context, id)),
    judge: async (it, _, context) => organisationPolicy.judge(context.viewer, it, await ownRoleIn(context, it.id)),
    ask: async (it, _, context) => organisationPolicy.ask(context.viewer, it, await ownRoleIn(context, it.id)),
  },
  OrganisationMember: {
    displayName: async ({ personId }, _, context) => (await nameOf(context, personId)) ?? "",
    isViewer: ({ personId }, _, { viewer }) => personId === viewer.id,
  },
  OrganisationInvitation: {
    expiresOn: ({ expiresAt }) => dayOf(expiresAt),
  },
  OrganisationLetter: {
    organisation: async ({ organisationId }, _, { load }) => (await load(Organisations, organisationId))!,
    expiresOn: ({ expiresAt }) => dayOf(expiresAt),
  },
};
