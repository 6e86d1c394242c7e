import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { isUnverified } from "../../../platform/reserved.ts";
import { linkCode } from "../../../platform/linkCode.ts";
import { awaits } from "../../ground/listener/listener.queries.ts";
import { hiddenFor, rulingOn } from "../../ground/moderation/ruling.queries.ts";
import { speakerOf } from "../../ground/organisation/organisation.queries.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import { named } from "../proposal/proposal.queries.ts";
import { reactionsTo } from "../../ground/reaction/reaction.queries.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { proposeAmendment } from "./amendment.commands.ts";
import { amendmentPolicy } from "./amendment.policy.ts";
import {
  amendmentBehind,
  amendmentOfCode,
  amendmentsFor,
  amendmentsTo,
  amendmentsToSettle,
  amendmentToRead,
  formerRefusalOf,
  hasChanged,
  sentenceOf,
} from "./amendment.queries.ts";
import { causesOf } from "./cause.queries.ts";
import { withdrawAmendment } from "./withdraw.commands.ts";
import { acceptAmendment, promoteAmendment, reconsiderAmendment, refuseAmendment } from "./settle.commands.ts";

export const amendmentResolvers: Resolvers = {
  Query: {
    amendment: (_, { id }, context) => amendmentToRead(context, id),
    amendmentsToSettle: (_, __, context) => amendmentsToSettle(context),
    ownAmendment: (_, { code }, context) => amendmentOfCode(context, code),
  },
  Mutation: {
    proposeAmendment: (_, { input }, { run }) => run((tx) => proposeAmendment(tx, input)),
    withdrawAmendment: (_, { input }, { run }) => run((tx) => withdrawAmendment(tx, input)),
    acceptAmendment: (_, { input }, { run }) => run((tx) => acceptAmendment(tx, input)),
    refuseAmendment: (_, { input }, { run }) => run((tx) => refuseAmendment(tx, input)),
    reconsiderAmendment: (_, { input }, { run }) => run((tx) => reconsiderAmendment(tx, input)),
    promoteAmendment: (_, { input }, { run }) => run((tx) => promoteAmendment(tx, input)),
  },
  Proposal: {
    amendments: ({ id }, { after }, context) => amendmentsTo(context, id, after),
    amendmentBehind: ({ id }, _, context) => amendmentBehind(context, id),
    mayBeAmended: (proposal) => amendmentPolicy.propose(proposal),
  },
  ProposalVersion: {
    causes: ({ causes }, _, context) => causesOf(context, causes),
  },
  Organisation: {
    amendments: (organisation, { after }, context) => amendmentsFor(context, organisation, after),
  },
  OwnAmendment: {
    code: ({ id }) => linkCode("amendment", id),
    amendment: (amendment) => amendment,
    awaits: ({ id }, _, context) => awaits(context, "AMENDMENT", id),
    ruling: ({ id }, _, context) => rulingOn(context, "AMENDMENT", id),
  },
  Amendment: {
    nameIsUnverified: ({ authorName, organisationId }, _, context) =>
      organisationId === null && isUnverified(context, authorName),
    organisation: ({ organisationId }, _, context) => speakerOf(context, organisationId),
    hiddenFor: (amendment, _, context) => hiddenFor(context, "AMENDMENT", amendment),
    proposal: async ({ proposalId }, _, { load }) => (await load(Proposals, proposalId))!,
    statement: (amendment, _, context) => sentenceOf(context, amendment),
    formerRefusal: (amendment, _, context) => formerRefusalOf(context, amendment),
    hasChanged: (amendment, _, context) => hasChanged(context, amendment),
    territory: ({ territoryId }, _, { load }) => load(Territories, territoryId),
    settledBy: async ({ settledById }, _, { load }) => (await load(Persons, settledById))?.displayName || null,
    promotedTo: ({ promotedToId }, _, context) => named(context, promotedToId),
    // Comments on words that are gone repeat them.
    reactions: ({ id, status }, _, context) => (status === "VISIBLE" ? reactionsTo(context, "AMENDMENT", id) : []),
    viewerCan: async (amendment, _, { viewer, load }) => {
      const proposal = (await load(Proposals, amendment.proposalId))!;
      return {
        settle: amendmentPolicy.settle(viewer, proposal, amendment),
        reconsider: amendmentPolicy.reconsider(viewer, proposal, amendment),
      };
    },
  },
};
