import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { initiativesOfProposal } from "../initiative/initiative.queries.ts";
import { Interlocutors } from "../../ground/interlocutor/interlocutor.entity.ts";
import { keyPointsOfStatement } from "../../understand/keyPoint/keyPoint.queries.ts";
import { reactionsTo } from "../../ground/reaction/reaction.queries.ts";
import { coverageOf } from "../../listen/contribution/coverage.queries.ts";
import { removeAsk, writeAsk } from "./ask.commands.ts";
import { missingOf } from "./gate.queries.ts";
import { editProposal, openProposal, publishProposal } from "./proposal.commands.ts";
import { Proposals } from "./proposal.entity.ts";
import { proposalPolicy } from "./proposal.policy.ts";
import {
  asksOf,
  asksOfInterlocutor,
  historyOf,
  leversNamed,
  objectionsTo,
  proposalsOfKeyPoint,
  proposalsToRead,
  proposalToRead,
} from "./proposal.queries.ts";
import { removeStatement, sourceStatement, writeStatement } from "./statement.commands.ts";
import {
  groundOf,
  objectivesOfProposal,
  ownPassagesOf,
  passagesBehind,
  sourcesVersionOf,
  standingOfStatement,
  statementsOf,
  statementsOfPassage,
} from "./statement.queries.ts";

export const proposalResolvers: Resolvers = {
  Query: {
    proposals: (_, __, context) => proposalsToRead(context),
    proposal: (_, { slug }, context) => proposalToRead(context, slug),
  },
  Mutation: {
    openProposal: (_, { input }, { run }) => run((tx) => openProposal(tx, input)),
    editProposal: (_, { input }, { run }) => run((tx) => editProposal(tx, input)),
    publishProposal: (_, { input }, { run }) => run((tx) => publishProposal(tx, input)),
    writeStatement: (_, { input }, { run }) => run((tx) => writeStatement(tx, input)),
    removeStatement: (_, { input }, { run }) => run((tx) => removeStatement(tx, input)),
    sourceStatement: (_, { input }, { run }) => run((tx) => sourceStatement(tx, input)),
    writeAsk: (_, { input }, { run }) => run((tx) => writeAsk(tx, input)),
    removeAsk: (_, { input }, { run }) => run((tx) => removeAsk(tx, input)),
  },
  Proposal: {
    levers: ({ leverTypes }, _, context) => leversNamed(context, leverTypes),
    statements: ({ id }, _, context) => statementsOf(context, id),
    objections: ({ id }, _, context) => objectionsTo(context, id),
    initiatives: ({ id }, _, context) => initiativesOfProposal(context, id),
    asks: ({ id }, _, context) => asksOf(context, id),
    objectives: ({ id }, _, context) => objectivesOfProposal(context, id),
    peopleCount: async ({ id }, _, context) => (await groundOf(context, id)).people,
    regionCount: async ({ id }, _, context) => (await groundOf(context, id)).regions,
    coverage: async ({ id }, _, context) =>
      coverageOf(context, { contributionIds: (await groundOf(context, id)).contributions }),
    missing: (proposal, _, context) => missingOf(context, proposal),
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
  Passage: {
    statements: ({ id }, _, context) => statementsOfPassage(context, id),
  },
  Statement: {
    keyPoints: ({ id }, _, context) => keyPointsOfStatement(context, id),
    passages: ({ id }, _, context) => passagesBehind(context, id),
    ownPassages: ({ id }, _, context) => ownPassagesOf(context, id),
    sourcesVersion: ({ id }, _, context) => sourcesVersionOf(context, id),
    peopleCount: async ({ id }, _, context) => (await standingOfStatement(context, id)).people,
    regionCount: async ({ id }, _, context) => (await standingOfStatement(context, id)).regions,
    proposal: async ({ proposalId }, _, context) => (await context.load(Proposals, proposalId))!,
  },
  Ask: {
    interlocutor: async ({ interlocutorId }, _, context) => (await context.load(Interlocutors, interlocutorId))!,
  },
  Interlocutor: {
    asks: ({ id }, _, context) => asksOfInterlocutor(context, id),
  },
  InterlocutorAsk: {
    proposal: async ({ proposalId }, _, { load }) => (await load(Proposals, proposalId))!,
  },
};
