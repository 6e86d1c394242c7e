import type { RegionalGroupStatus, Resolvers } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { nameOf } from "../person/person.queries.ts";
import { Territories } from "../territory/territory.entity.ts";
import { judgeCandidacy, volunteer, withdrawCandidacy } from "./candidacy.commands.ts";
import {
  closeRegionalGroup,
  joinRegionalGroup,
  leaveRegionalGroup,
  openRegionalGroup,
} from "./regionalGroup.commands.ts";
import type { Candidacy } from "./regionalGroup.entity.ts";
import { regionalGroupPolicy } from "./regionalGroup.policy.ts";
import {
  candidaciesOf,
  candidaciesWaiting,
  hasJoined,
  membersOf,
  openRegionalGroups,
  ownCandidacyFor,
  ownRegionOf,
  referentsOf,
  regionalGroupsOf,
} from "./regionalGroup.queries.ts";

const hasReferent = async (context: Context, territoryId: string) =>
  (await referentsOf(context, territoryId)).length > 0;

const stateOf = ({ accepted }: Candidacy) => (accepted === null ? "WAITING" : accepted ? "ACCEPTED" : "DECLINED");

export const regionalGroupResolvers: Resolvers = {
  Query: {
    regionalGroups: (_, __, context) => openRegionalGroups(context),
  },
  Mutation: {
    openRegionalGroup: (_, { input }, { run }) => run((tx) => openRegionalGroup(tx, input)),
    closeRegionalGroup: (_, { input }, { run }) => run((tx) => closeRegionalGroup(tx, input)),
    joinRegionalGroup: (_, { input }, { run }) => run((tx) => joinRegionalGroup(tx, input)),
    leaveRegionalGroup: (_, { input }, { run }) => run((tx) => leaveRegionalGroup(tx, input)),
    volunteer: (_, { input }, { run }) => run((tx) => volunteer(tx, input)),
    withdrawCandidacy: (_, { input }, { run }) => run((tx) => withdrawCandidacy(tx, input)),
    judgeCandidacy: (_, { input }, { run }) => run((tx) => judgeCandidacy(tx, input)),
  },
  Territory: {
    regionalGroups: (it, _, context) => regionalGroupsOf(context, it.id),
    hasReferent: (it, _, context) => hasReferent(context, it.id),
    referents: (it, _, context) => referentsOf(context, it.id),
    ownCandidacy: (it, _, context) => ownCandidacyFor(context, it.id),
    viewerCan: (it) => it,
  },
  TerritoryRights: {
    openGroup: (_, __, { viewer }) => regionalGroupPolicy.open(viewer),
    volunteer: (it, _, { viewer }) => regionalGroupPolicy.askedToVolunteer(viewer, it),
  },
  RegionalGroup: {
    territory: async (group, _, { load }) => (await load(Territories, group.territoryId))!,
    hasReferent: (group, _, context) => hasReferent(context, group.territoryId),
    status: async (group, _, context): Promise<RegionalGroupStatus> =>
      (await hasReferent(context, group.territoryId)) ? "ACTIVE" : "SEEKING_REFERENT",
    members: (group, _, context) => membersOf(context, group.id),
    joined: (group, _, context) => hasJoined(context, group.id),
    held: async (group, _, context) =>
      context.viewer.id !== null &&
      (await referentsOf(context, group.territoryId)).some(({ personId }) => personId === context.viewer.id),
  },
  Viewer: {
    ownRegion: ({ id }, _, context) => ownRegionOf(context, id),
    candidacies: ({ id }, _, context) => candidaciesOf(context, id),
  },
  RoleDesk: {
    candidacies: (_, __, context) => candidaciesWaiting(context),
  },
  Candidacy: {
    territory: async ({ territoryId }, _, { load }) => (await load(Territories, territoryId))!,
    displayName: async ({ personId }, _, context) => (await nameOf(context, personId)) ?? "",
    state: (it) => stateOf(it),
  },
};
