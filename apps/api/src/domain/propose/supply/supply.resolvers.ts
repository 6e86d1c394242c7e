import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { hiddenFor, rulingOn } from "../../ground/moderation/ruling.queries.ts";
import { Contributions } from "../../listen/contribution/contribution.entity.ts";
import { emptied } from "../../listen/contribution/contribution.queries.ts";
import { awaits } from "../../ground/listener/listener.queries.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import { proposalPolicy } from "../proposal/proposal.policy.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { linkCode } from "../../../platform/linkCode.ts";
import { becameOf, lastTaking, wordsTakenUpAs } from "./became.queries.ts";
import { takeUpSupply } from "./takeUp.commands.ts";
import { rateArgument, supplyProposal, withdrawSupply } from "./supply.commands.ts";
import {
  argumentsOf,
  callsOf,
  ratingsOf,
  regionWithoutExample,
  suppliesTo,
  supplyOfCode,
  supplyOfContribution,
} from "./supply.queries.ts";

export const supplyResolvers: Resolvers = {
  Query: {
    ownSupply: (_, { code }, context) => supplyOfCode(context, code),
  },
  Mutation: {
    supplyProposal: (_, { input }, { run }) => run((tx) => supplyProposal(tx, input)),
    takeUpSupply: (_, { input }, { run }) => run((tx) => takeUpSupply(tx, input)),
    withdrawSupply: (_, { input }, { run }) => run((tx) => withdrawSupply(tx, input)),
    rateArgument: (_, { input }, { run }) => run((tx) => rateArgument(tx, input)),
  },
  Proposal: {
    calls: (proposal, _, context) => callsOf(context, proposal),
    arguments: ({ id }, { slot, after }, context) => argumentsOf(context, id, slot, after),
    supplies: (proposal, _, context) => suppliesTo(context, proposal),
  },
  Contribution: {
    supply: ({ id }, _, context) => supplyOfContribution(context, id),
  },
  Call: {
    region: async ({ slot, proposalId }, _, context) =>
      slot === "EXAMPLE" ? context.load(Territories, await regionWithoutExample(context, proposalId)) : null,
  },
  Objection: {
    words: ({ id }, _, context) => wordsTakenUpAs(context, "OBJECTION", id),
    replyWords: ({ id }, _, context) => wordsTakenUpAs(context, "REPLY", id),
  },
  Ask: {
    words: ({ id }, _, context) => wordsTakenUpAs(context, "INTERLOCUTOR", id),
  },
  Work: {
    words: ({ id }, _, context) => wordsTakenUpAs(context, "WORK", id),
  },
  NamedCarrier: {
    words: ({ id }, _, context) => wordsTakenUpAs(context, "CARRIER", id),
  },
  SupplyPlace: {
    proposal: async ({ proposalId }, _, { load }) => (await load(Proposals, proposalId))!,
  },
  OwnSupply: {
    code: ({ contributionId }) => linkCode("supply", contributionId),
    supply: (supply) => supply,
    awaits: ({ contributionId }, _, context) => awaits(context, "SUPPLY", contributionId),
    ruling: ({ contributionId }, _, context) => rulingOn(context, "SUPPLY", contributionId),
  },
  Supply: {
    id: ({ contributionId }) => contributionId,
    proposal: async ({ proposalId }, _, { load }) => (await load(Proposals, proposalId))!,
    hiddenFor: async ({ contributionId: id }, _, context) =>
      hiddenFor(context, "SUPPLY", { id, status: (await context.load(Contributions, id))!.status }),
    async contribution({ contributionId, isPlace }, _, { load }) {
      const it = (await load(Contributions, contributionId))!;
      return isPlace ? emptied(it) : it;
    },
    takenAs: async (supply, _, context) => (await lastTaking(context, supply))?.takenAs ?? null,
    takenOn: async (supply, _, context) => (await lastTaking(context, supply))?.takenOn ?? null,
    became: ({ contributionId }, _, context) => becameOf(context, contributionId),
    async ratings({ contributionId, proposalId, slot }, _, context) {
      if (slot !== "FOR" && slot !== "AGAINST") return null;
      const proposal = (await context.load(Proposals, proposalId))!;
      return proposalPolicy.edit(context.viewer, proposal) ? ratingsOf(context, contributionId) : null;
    },
  },
};
