import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Meetings } from "../../meet/meeting/meeting.entity.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { addErratum, adoptProposal } from "./adoption.commands.ts";
import { adoptedAt, adoptionOf, errataOf, mergedInto, partsOfSplit } from "./adoption.queries.ts";
import { mergeProposal } from "./merge.commands.ts";
import { named } from "../proposal/proposal.queries.ts";
import { mayGo } from "../proposal/proposal.state.ts";
import { splitProposal } from "./split.commands.ts";
import { reopenProposal, setAsideProposal, stabiliseProposal, withdrawProposal } from "./state.commands.ts";

export const adoptionResolvers: Resolvers = {
  Mutation: {
    stabiliseProposal: (_, { input }, { run }) => run((tx) => stabiliseProposal(tx, input)),
    reopenProposal: (_, { input }, { run }) => run((tx) => reopenProposal(tx, input)),
    setAsideProposal: (_, { input }, { run }) => run((tx) => setAsideProposal(tx, input)),
    withdrawProposal: (_, { input }, { run }) => run((tx) => withdrawProposal(tx, input)),
    adoptProposal: (_, { input }, { run }) => run((tx) => adoptProposal(tx, input)),
    addErratum: (_, { input }, { run }) => run((tx) => addErratum(tx, input)),
    mergeProposal: (_, { input }, { run }) => run((tx) => mergeProposal(tx, input)),
    splitProposal: (_, { input }, { run }) => run((tx) => splitProposal(tx, input)),
  },
  Proposal: {
    adoption: ({ id }, _, context) => adoptionOf(context, id),
    errata: ({ id }, _, context) => errataOf(context, id),
    mergedInto: ({ mergedIntoId }, _, context) => named(context, mergedIntoId),
    tookIn: ({ id }, _, context) => mergedInto(context, id),
    splitFrom: ({ splitFromId }, _, context) => named(context, splitFromId),
    splitInto: ({ id }, _, context) => partsOfSplit(context, id),
    viewerMayMoveTo: ({ state, groupId }, _, { viewer }) =>
      readingPolicy.hold(viewer, groupId)
        ? (["OPEN", "STABILISED", "ADOPTED", "MERGED", "SPLIT", "SET_ASIDE", "WITHDRAWN"] as const).filter((to) =>
            mayGo(state, to),
          )
        : [],
  },
  Meeting: {
    adopted: ({ id }, _, context) => adoptedAt(context, id),
  },
  Adoption: {
    meeting: async ({ meetingId }, _, { load }) => (await load(Meetings, meetingId))!,
  },
  Presence: {
    territory: async ({ territoryId }, _, { load }) => (await load(Territories, territoryId))!,
  },
};
