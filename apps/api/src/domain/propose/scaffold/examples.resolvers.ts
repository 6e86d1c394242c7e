import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Initiatives } from "../initiative/initiative.entity.ts";
import { initiatives } from "../initiative/initiative.list.ts";
import { attachInitiative, detachInitiative } from "./examples.commands.ts";
import { examplePolicy } from "./examples.policy.ts";
import {
  exampleUnderTheme,
  exampleOfInitiative,
  examplesOfProposal,
  proposalsOfInitiative,
} from "./examples.queries.ts";
import { Proposals } from "../proposal/proposal.entity.ts";

export const exampleResolvers: Resolvers = {
  Query: {
    initiatives: (_, { filter, first, after }, context) =>
      initiatives(context, filter, { first, after }, exampleUnderTheme(context.viewer)),
  },
  Mutation: {
    attachInitiative: (_, { input }, { run }) => run((tx) => attachInitiative(tx, input)),
    detachInitiative: (_, { input }, { run }) => run((tx) => detachInitiative(tx, input)),
  },
  Proposal: {
    examples: ({ id }, _, context) => examplesOfProposal(context, id),
  },
  Initiative: {
    proposals: ({ id }, _, context) => proposalsOfInitiative(context, id),
    exampleOf: ({ id }, _, context) => exampleOfInitiative(context, id),
  },
  InitiativeRights: {
    attach: (initiative, _, { viewer }) => examplePolicy.attach(viewer, initiative),
  },
  Example: {
    id: ({ proposalId, initiativeId }) => `${proposalId}/${initiativeId}`,
    proposal: async ({ proposalId }, _, context) => (await context.load(Proposals, proposalId))!,
    initiative: async ({ initiativeId }, _, context) => (await context.load(Initiatives, initiativeId))!,
  },
};
