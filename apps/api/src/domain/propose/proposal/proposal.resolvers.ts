import { documentsServing } from "../../meet/document/document.queries.ts";
import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import { Reactions } from "../../ground/reaction/reaction.entity.ts";
import { reactionsTo } from "../../ground/reaction/reaction.queries.ts";
import { leversNamed } from "../../ground/theme/theme.queries.ts";
import { removeProposal } from "./removal.commands.ts";
import { isPromised } from "./removal.queries.ts";
import { chooseLevers } from "./levers.commands.ts";
import { editProposal, openProposal } from "./proposal.commands.ts";
import { askToPublishProposal, publishProposal, undoPublishProposal } from "./publication.commands.ts";
import { proposalPolicy } from "./proposal.policy.ts";
import { changedSinceAsked, historyOf, proposalsOfKeyPoint, proposalToRead } from "./proposal.queries.ts";

export const proposalResolvers: Resolvers = {
  Query: {
    proposal: (_, { slug }, context) => proposalToRead(context, slug),
  },
  Mutation: {
    openProposal: (_, { input }, { run }) => run((tx) => openProposal(tx, input)),
    editProposal: (_, { input }, { run }) => run((tx) => editProposal(tx, input)),
    askToPublishProposal: (_, { input }, { run }) => run((tx) => askToPublishProposal(tx, input)),
    publishProposal: (_, { input }, { run }) => run((tx) => publishProposal(tx, input)),
    undoPublishProposal: (_, { input }, { run }) => run((tx) => undoPublishProposal(tx, input)),
    removeProposal: (_, { input }, { run }) => run((tx) => removeProposal(tx, input)),
    chooseLevers: (_, { input }, { run }) => run((tx) => chooseLevers(tx, input)),
  },
  Proposal: {
    serving: ({ id }, _, context) => documentsServing(context, "PROPOSAL", id),
    levers: ({ leverTypes }, _, context) => leversNamed(context, leverTypes),
    reactions: ({ id }, _, context) => reactionsTo(context, "PROPOSAL", id),
    history: ({ id }, _, context) => historyOf(context, id),
    publicationAskedBy: async ({ publicationAskedById }, _, { load }) =>
      (await load(Persons, publicationAskedById))?.displayName ?? null,
    changedSinceAsked: (proposal, _, { db }) => changedSinceAsked(db, proposal),
    smallTeam: async ({ groupId }, _, { load }) => (await load(WorkingGroups, groupId))!.smallTeam,
    viewerCan: (proposal) => proposal,
  },
  HeldText: {
    ofPart: async ({ kind, textId }, _, { load }) =>
      (await load(Reactions, kind === "REACTION" ? textId : null))?.ofPart ?? null,
  },
  ProposalRights: {
    edit: (proposal, _, { viewer }) => proposalPolicy.edit(viewer, proposal),
    askToPublish: (proposal, _, { viewer }) => proposalPolicy.askToPublish(viewer, proposal),
    publish: async (proposal, _, { viewer, load }) =>
      proposalPolicy.publish(viewer, proposal, (await load(WorkingGroups, proposal.groupId))!.smallTeam),
    remove: async (proposal, _, { viewer, db }) =>
      proposalPolicy.remove(viewer, proposal) && !(await isPromised(db, proposal.id)),
    carry: (proposal, _, { viewer }) => proposalPolicy.carry(viewer, proposal),
  },
  KeyPoint: {
    proposals: ({ id }, _, context) => proposalsOfKeyPoint(context, id),
  },
};
