import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { attachPosition, signPosition } from "./minority.commands.ts";
import { minorityPolicy } from "./minority.policy.ts";
import { minorityPositionsOf, positionsOfProposal, regionsToSpeakFor, signaturesOf } from "./minority.queries.ts";

export const minorityResolvers: Resolvers = {
  Mutation: {
    attachPosition: (_, { input }, { run }) => run((tx) => attachPosition(tx, input)),
    signPosition: (_, { input }, { run }) => run((tx) => signPosition(tx, input)),
  },
  Synthesis: {
    minorityPositions: ({ id }, _, context) => minorityPositionsOf(context, id),
    minorityRegions: (_, __, context) => regionsToSpeakFor(context),
  },
  Proposal: {
    positions: ({ id }, _, context) => positionsOfProposal(context, id),
    positionRegions: (_, __, context) => regionsToSpeakFor(context),
    takesPositions: (proposal) => minorityPolicy.stands(proposal),
  },
  MinorityPosition: {
    territory: ({ territoryId }, _, { load }) => load(Territories, territoryId),
    signatures: async ({ id }, _, context) => (await signaturesOf(context, id)).length,
    signedBy: async ({ id }, _, context) => (await signaturesOf(context, id)).map(({ name }) => name),
    isAttached: async (position, _, context) =>
      minorityPolicy.isAttached(position, (await signaturesOf(context, position.id)).length),
    viewerSigned: async ({ id }, _, context) => (await signaturesOf(context, id)).some(({ own }) => own),
  },
};
