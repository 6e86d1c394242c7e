import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Initiatives } from "../initiative/initiative.entity.ts";
import { attachInitiative, detachInitiative } from "./proof.commands.ts";
import { proofPolicy } from "./proposal.policy.ts";
import { proofsOfInitiative, proofsOfProposal } from "./proof.queries.ts";
import { Proposals } from "./proposal.entity.ts";

export const proofResolvers: Resolvers = {
  Mutation: {
    attachInitiative: (_, { input }, { run }) => run((tx) => attachInitiative(tx, input)),
    detachInitiative: (_, { input }, { run }) => run((tx) => detachInitiative(tx, input)),
  },
  Proposal: {
    proofs: ({ id }, _, context) => proofsOfProposal(context, id),
  },
  Initiative: {
    proofs: ({ id }, _, context) => proofsOfInitiative(context, id),
  },
  InitiativeRights: {
    attach: (initiative, _, { viewer }) => proofPolicy.attach(viewer, initiative),
  },
  Proof: {
    id: ({ proposalId, initiativeId }) => `${proposalId}/${initiativeId}`,
    proposal: async ({ proposalId }, _, context) => (await context.load(Proposals, proposalId))!,
    initiative: async ({ initiativeId }, _, context) => (await context.load(Initiatives, initiativeId))!,
  },
};
