import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { keyPointsOfStatement } from "../../understand/keyPoint/keyPoint.queries.ts";
import { coverageOf } from "../../listen/contribution/coverage.queries.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import { cutStatement, joinStatements } from "./cutting.commands.ts";
import { removeStatement, sourceStatement, writeStatement } from "./statement.commands.ts";
import { sourcesToChoose, sourcesToLink } from "./source.queries.ts";
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

export const statementResolvers: Resolvers = {
  Query: {
    sourcesToChoose: (_, { proposal, search }, context) => sourcesToChoose(context, proposal, search),
  },
  Mutation: {
    writeStatement: (_, { input }, { run }) => run((tx) => writeStatement(tx, input)),
    removeStatement: (_, { input }, { run }) => run((tx) => removeStatement(tx, input)),
    cutStatement: (_, { input }, { run }) => run((tx) => cutStatement(tx, input)),
    joinStatements: (_, { input }, { run }) => run((tx) => joinStatements(tx, input)),
    sourceStatement: (_, { input }, { run }) => run((tx) => sourceStatement(tx, input)),
  },
  Proposal: {
    statements: async ({ id }, { part }, context) =>
      (await statementsOf(context, id)).filter((it) => !part || it.part === part),
    sourcesToLink: ({ id }, _, context) => sourcesToLink(context, id),
    objectives: ({ id }, _, context) => objectivesOfProposal(context, id),
    peopleCount: async ({ id }, _, context) => (await groundOf(context, id)).people,
    regionCount: async ({ id }, _, context) => (await groundOf(context, id)).regions,
    coverage: async ({ id }, _, context) =>
      coverageOf(context, { contributionIds: (await groundOf(context, id)).contributions }),
  },
  Passage: {
    statements: ({ id }, _, context) => statementsOfPassage(context, id),
  },
  Statement: {
    keyPoints: ({ id }, _, context) => keyPointsOfStatement(context, id),
    passages: ({ id }, { first }, context) => passagesBehind(context, id, first),
    passageCount: async ({ id }, _, context) => (await standingOfStatement(context, id)).passages,
    ownPassages: ({ id }, _, context) => ownPassagesOf(context, id),
    sourcesVersion: ({ id }, _, context) => sourcesVersionOf(context, id),
    peopleCount: async ({ id }, _, context) => (await standingOfStatement(context, id)).people,
    regionCount: async ({ id }, _, context) => (await standingOfStatement(context, id)).regions,
    proposal: async ({ proposalId }, _, context) => (await context.load(Proposals, proposalId))!,
  },
};
