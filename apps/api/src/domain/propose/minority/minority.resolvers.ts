import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Syntheses } from "../../understand/synthesis/synthesis.entity.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { hiddenFor } from "../../ground/moderation/ruling.queries.ts";
import { speakerOf } from "../../ground/organisation/organisation.queries.ts";
import { attachMinorityPosition, signMinorityPosition } from "./minority.commands.ts";
import { minorityPolicy } from "./minority.policy.ts";
import {
  isPlace,
  minorityPositionsOf,
  minorityPositionsOfProposal,
  minorityPositionsOfTerritory,
  ownRulingOn,
  regionsToSpeakFor,
  signaturesOf,
  speaksFor,
} from "./minority.queries.ts";

export const minorityResolvers: Resolvers = {
  Mutation: {
    attachMinorityPosition: (_, { input }, { run }) => run((tx) => attachMinorityPosition(tx, input)),
    signMinorityPosition: (_, { input }, { run }) => run((tx) => signMinorityPosition(tx, input)),
  },
  Synthesis: {
    minorityPositions: ({ id }, _, context) => minorityPositionsOf(context, id),
    minorityRegions: (_, __, context) => regionsToSpeakFor(context),
  },
  Proposal: {
    minorityPositions: ({ id }, _, context) => minorityPositionsOfProposal(context, id),
    minorityRegions: (_, __, context) => regionsToSpeakFor(context),
    takesMinorityPositions: (proposal) => minorityPolicy.stands(proposal),
  },
  Territory: {
    minorityPositions: ({ id }, _, context) => minorityPositionsOfTerritory(context, id),
  },
  MinorityPosition: {
    synthesis: ({ synthesisId }, _, { load }) => load(Syntheses, synthesisId),
    proposal: ({ proposalId }, _, { load }) => load(Proposals, proposalId),
    hiddenFor: (position, _, context) => hiddenFor(context, "MINORITY_POSITION", position),
    territory: ({ territoryId }, _, { load }) => load(Territories, territoryId),
    signatures: async ({ id }, _, context) => (await signaturesOf(context, id)).count,
    signedBy: async (position, _, context) =>
      isPlace(position) ? [] : (await signaturesOf(context, position.id)).named.map(({ name }) => name),
    organisations: async (position, _, context) => {
      const named = isPlace(position) ? [] : (await signaturesOf(context, position.id)).named;
      const found = await Promise.all(named.map(({ organisationId }) => speakerOf(context, organisationId)));
      return found.filter((it) => it !== null);
    },
    isAttached: async (position, _, context) =>
      minorityPolicy.isAttached(position, (await signaturesOf(context, position.id)).count),
    viewerSpeaks: (position, _, context) => speaksFor(context, position),
    ruling: async (position, _, context) => ownRulingOn(context, position, await speaksFor(context, position)),
    viewerSigned: async ({ id }, _, context) => (await signaturesOf(context, id)).own,
  },
};
