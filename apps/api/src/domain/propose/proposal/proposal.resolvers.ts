import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { reactionsTo } from "../../ground/reaction/reaction.queries.ts";
import { leversNamed } from "../../ground/theme/theme.queries.ts";
import { chooseLevers } from "./levers.commands.ts";
import { editProposal, openProposal, publishProposal } from "./proposal.commands.ts";
import { proposalPolicy } from "./proposal.policy.ts";
import { historyOf, proposalsOfKeyPoint, proposalsToRead, proposalToRead } from "./proposal.queries.ts";

export const proposalResolvers: Resolvers = {
  Query: {
    proposals: (_, __, context) => proposalsToRead(context),
    proposal: (_, { slug }, context) => proposalToRead(context, slug),
  },
  Mutation: {
    openProposal: (_, { input }, { run }) => run((tx) => openProposal(tx, input)),
    editProposal: (_, { input }, { run }) => run((tx) => editProposal(tx, input)),
    publishProposal: (_, { input }, { run }) => run((tx) => publishProposal(tx, input)),
    chooseLevers: (_, { input }, { run }) => run((tx) => chooseLevers(tx, input)),
  },
  Proposal: {
    levers: ({ leverTypes }, _, context) => leversNamed(context, leverTypes),
    reactions: ({ id }, _, context) => reactionsTo(context, "PROPOSAL", id),
    history: ({ id }, _, context) => historyOf(context, id),
    viewerCan: (proposal, _, { viewer }) => ({
      edit: proposalPolicy.edit(viewer, proposal),
      publish: proposalPolicy.publish(viewer, proposal),
      carry: proposalPolicy.carry(viewer, proposal),
    }),
  },
  KeyPoint: {
    proposals: ({ id }, _, context) => proposalsOfKeyPoint(context, id),
  },
};
