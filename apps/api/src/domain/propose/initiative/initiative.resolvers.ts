import { documentsServing } from "../../meet/document/document.queries.ts";
import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { rulingOn } from "../../ground/moderation/ruling.queries.ts";
import { reactionsTo } from "../../ground/reaction/reaction.queries.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { linkCode } from "../../../platform/linkCode.ts";
import { editInitiative, proposeInitiative, resendInitiative } from "./initiative.commands.ts";
import { Initiatives } from "./initiative.entity.ts";
import { initiativePolicy } from "./initiative.policy.ts";
import {
  actsOn,
  contributionsTellingOf,
  hiddenInitiative,
  initiativeToRead,
  proposedInitiative,
  publicInitiativeOf,
  withdrawnOn,
} from "./initiative.queries.ts";
import { sheetCarriesContact } from "./initiative.sheet.ts";
import { declineInitiative, returnInitiative, validateInitiative } from "./judge.commands.ts";
import { nearInitiatives, nearSheet } from "./near.queries.ts";
import { withdrawInitiative } from "./withdraw.commands.ts";

export const initiativeResolvers: Resolvers = {
  Query: {
    initiative: (_, { slug }, context) => initiativeToRead(context, slug),
    initiativeHiddenFor: (_, { slug }, context) => hiddenInitiative(context, slug),
    initiativeWithdrawnOn: (_, { slug }, context) => withdrawnOn(context, slug),
    nearInitiatives: (_, { name, town }, context) => nearInitiatives(context, name, town),
    proposedInitiative: (_, { code }, context) => proposedInitiative(context, code),
  },
  Mutation: {
    proposeInitiative: (_, { input }, { run }) => run((tx) => proposeInitiative(tx, input)),
    resendInitiative: (_, { input }, { run }) => run((tx) => resendInitiative(tx, input)),
    withdrawInitiative: (_, { input }, { run }) => run((tx) => withdrawInitiative(tx, input)),
    editInitiative: (_, { input }, { run }) => run((tx) => editInitiative(tx, input)),
    validateInitiative: (_, { input }, { run }) => run((tx) => validateInitiative(tx, input)),
    returnInitiative: (_, { input }, { run }) => run((tx) => returnInitiative(tx, input)),
    declineInitiative: (_, { input }, { run }) => run((tx) => declineInitiative(tx, input)),
  },
  Initiative: {
    serving: ({ id }, _, context) => documentsServing(context, "INITIATIVE", id),
    territory: async ({ territoryId }, _, context) => (await context.load(Territories, territoryId))!,
    region: ({ regionId }, _, context) => context.load(Territories, regionId),
    criteria: ({ criteria, criteriaReasons }) =>
      Object.entries(criteria).map(([key, score]) => ({ key, score, reason: criteriaReasons[key] ?? null })),
    contributions: ({ id }, _, context) => contributionsTellingOf(context, id),
    reactions: ({ id }, _, context) => reactionsTo(context, "INITIATIVE", id),
    viewerCan: (initiative) => initiative,
    notes: (initiative, _, { viewer }) => (initiativePolicy.judge(viewer, initiative.groupId) ? initiative : null),
  },
  InitiativeNotes: {
    async sameAs({ sameAsId }, _, { load }) {
      const same = await load(Initiatives, sameAsId);
      // One that its author took back has no name any more.
      return same?.status === "WITHDRAWN" ? null : same;
    },
    carriesContact: (initiative) => sheetCarriesContact(initiative),
    near: (initiative, _, context) => nearSheet(context, initiative),
    history: ({ id }, _, context) => actsOn(context, id),
  },
  InitiativeRights: {
    judge: ({ groupId }, _, { viewer }) => initiativePolicy.judge(viewer, groupId),
  },
  ViewerRights: {
    judgeInitiatives: (_, __, { viewer }) => initiativePolicy.judge(viewer),
  },
  ProposedInitiative: {
    code: ({ id }) => linkCode("initiative", id),
    ruling: ({ id }, _, context) => rulingOn(context, "INITIATIVE", id),
    initiative: (initiative) => initiative,
    // One that was hidden since, or whose group is in preparation, is read by nobody.
    sameAs: ({ sameAsId }, _, context) => publicInitiativeOf(context, sameAsId),
  },
};
