import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { nameOf } from "../../ground/person/person.queries.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import { leaveSuggestion, noteCoherence, restoreSuggestion, settleCoherence } from "./coherence.commands.ts";
import { coherencePolicy } from "./coherence.policy.ts";
import { coherenceNotes, coherenceOf, proposalsNoted } from "./coherence.queries.ts";
import { leftSuggestions, suggestionsNow } from "./suggestion.ts";

export const coherenceResolvers: Resolvers = {
  Query: {
    coherenceNotes: (_, __, context) => coherenceNotes(context),
    coherenceSuggestions: (_, __, context) => suggestionsNow(context),
    leftSuggestions: (_, __, context) => leftSuggestions(context),
  },
  ViewerRights: {
    noteCoherence: (_, __, { viewer }) => readingPolicy.hold(viewer),
  },
  Mutation: {
    noteCoherence: (_, { input }, { run }) => run((tx) => noteCoherence(tx, input)),
    settleCoherence: (_, { input }, { run }) => run((tx) => settleCoherence(tx, input)),
    leaveSuggestion: (_, { input }, { run }) => run((tx) => leaveSuggestion(tx, input)),
    restoreSuggestion: (_, { input }, { run }) => run((tx) => restoreSuggestion(tx, input)),
  },
  Proposal: {
    coherence: ({ id }, _, context) => coherenceOf(context, id),
  },
  CoherenceNote: {
    proposals: ({ id }, _, context) => proposalsNoted(context, id),
    notedBy: ({ notedById }, _, context) => nameOf(context, notedById),
    settledBy: ({ settledById }, _, context) => nameOf(context, settledById),
    viewerCan: async ({ id }, _, context) => {
      const groupIds = (await proposalsNoted(context, id)).map(({ groupId }) => groupId);
      return { edit: coherencePolicy.note(context.viewer, groupIds) };
    },
  },
  CoherenceSuggestion: {
    leftOn: ({ left }) => left?.leftOn ?? null,
    leftBy: ({ left }, _, context) => nameOf(context, left?.leftById ?? null),
    because: ({ left }) => left?.because ?? null,
    proposals: async ({ proposalIds }, _, { load }) => {
      const proposals = await Promise.all(proposalIds.map(async (id) => load(Proposals, id)));
      return proposals.filter((proposal) => proposal !== null).toSorted((a, b) => a.number - b.number);
    },
  },
};
