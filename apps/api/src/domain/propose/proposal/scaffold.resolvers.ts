import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import { removeObjection, writeObjection } from "./objection.commands.ts";
import { Proposals } from "./proposal.entity.ts";
import { addCarrier, answerCarrier, removeCarrier } from "./proposalCarrier.commands.ts";
import { carriedBy, carriersOf, carriersToEdit, namedCarriersOf } from "./proposalCarrier.queries.ts";
import { chooseLevers, removeWork, writeWork } from "./work.commands.ts";
import { worksOf } from "./work.queries.ts";

export const scaffoldResolvers: Resolvers = {
  Mutation: {
    writeObjection: (_, { input }, { run }) => run((tx) => writeObjection(tx, input)),
    removeObjection: (_, { input }, { run }) => run((tx) => removeObjection(tx, input)),
    writeWork: (_, { input }, { run }) => run((tx) => writeWork(tx, input)),
    removeWork: (_, { input }, { run }) => run((tx) => removeWork(tx, input)),
    chooseLevers: (_, { input }, { run }) => run((tx) => chooseLevers(tx, input)),
    addCarrier: (_, { input }, { run }) => run((tx) => addCarrier(tx, input)),
    removeCarrier: (_, { input }, { run }) => run((tx) => removeCarrier(tx, input)),
    answerCarrier: (_, { input }, { run }) => run((tx) => answerCarrier(tx, input)),
  },
  Proposal: {
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
  Work: {
    url: ({ reference }) => (/^https?:\/\/\S+$/i.test(reference) ? reference : null),
  },
};
