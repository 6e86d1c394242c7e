import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Interlocutors } from "../../ground/interlocutor/interlocutor.entity.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import { initiativesOfProposal } from "../initiative/initiative.queries.ts";
import { removeAsk, writeAsk } from "./ask.commands.ts";
import { asksOf, asksOfInterlocutor, asksOfMerged } from "./ask.queries.ts";
import { missingOf } from "./gate.queries.ts";
import { objectionsTo } from "./objection.queries.ts";
import { removeObjection, writeObjection } from "./objection.commands.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import { addCarrier, answerCarrier, removeCarrier } from "./proposalCarrier.commands.ts";
import { carriedBy, carriersOf, carriersToEdit, namedCarriersOf } from "./proposalCarrier.queries.ts";
import { removeWork, writeWork } from "./work.commands.ts";
import { worksOf } from "./work.queries.ts";

export const scaffoldResolvers: Resolvers = {
  Mutation: {
    writeAsk: (_, { input }, { run }) => run((tx) => writeAsk(tx, input)),
    removeAsk: (_, { input }, { run }) => run((tx) => removeAsk(tx, input)),
    writeObjection: (_, { input }, { run }) => run((tx) => writeObjection(tx, input)),
    removeObjection: (_, { input }, { run }) => run((tx) => removeObjection(tx, input)),
    writeWork: (_, { input }, { run }) => run((tx) => writeWork(tx, input)),
    removeWork: (_, { input }, { run }) => run((tx) => removeWork(tx, input)),
    addCarrier: (_, { input }, { run }) => run((tx) => addCarrier(tx, input)),
    removeCarrier: (_, { input }, { run }) => run((tx) => removeCarrier(tx, input)),
    answerCarrier: (_, { input }, { run }) => run((tx) => answerCarrier(tx, input)),
  },
  Proposal: {
    objections: ({ id }, _, context) => objectionsTo(context, id),
    initiatives: ({ id }, _, context) => initiativesOfProposal(context, id),
    asks: ({ id }, _, context) => asksOf(context, id),
    missing: (proposal, _, context) => missingOf(context, proposal),
    carriers: ({ id }, _, context) => carriersOf(context, id),
    namedCarriers: ({ id }, _, context) => namedCarriersOf(context, id),
    carriersToEdit: (proposal, _, context) => carriersToEdit(context, proposal),
    works: ({ id }, _, context) => worksOf(context, id),
  },
  Viewer: {
    carriersOfProposals: ({ id }, _, context) => carriedBy(context, id),
  },
  ProposalCarrier: {
    name: async ({ name, personId }, _, { load }) => (await load(Persons, personId))?.displayName || name,
    proposal: async ({ proposalId }, _, { load }) => (await load(Proposals, proposalId))!,
  },
  Ask: {
    interlocutor: async ({ interlocutorId }, _, context) => (await context.load(Interlocutors, interlocutorId))!,
  },
  Interlocutor: {
    asks: ({ id }, _, context) => asksOfInterlocutor(context, id),
  },
  MergedInterlocutor: {
    asks: ({ id }, _, context) => asksOfMerged(context, id),
  },
  InterlocutorAsk: {
    proposal: async ({ proposalId }, _, { load }) => (await load(Proposals, proposalId))!,
  },
  Work: {
    url: ({ reference }) => (/^https?:\/\/\S+$/i.test(reference) ? reference : null),
  },
};
