import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Proposals } from "../../propose/proposal/proposal.entity.ts";
import { Passages } from "../../understand/passage/passage.entity.ts";
import { fateOf } from "./fate.queries.ts";
import { countsOf, fedOf, initiativesOf, keyPointsOf, meetingsOf, proposalsOf } from "./territory.queries.ts";

/** Counts, meetings, key points, proposals and initiatives of a territory: read from the whole chain. */
export const territoryOverviewResolvers: Resolvers = {
  Territory: {
    responseCount: async (it, _, context) => (await countsOf(context, it.id)).responses,
    contributionCount: async (it, _, context) => (await countsOf(context, it.id)).contributions,
    unpublishedCount: async (it, _, context) => (await countsOf(context, it.id)).unpublished,
    fate: (it, _, context) => fateOf(context, "fate: territories", it.id),
    meetings: (it, _, context) => meetingsOf(context, it.id),
    keyPoints: (it, _, context) => keyPointsOf(context, it.id),
    proposals: (it, _, context) => proposalsOf(context, it.id),
    fed: async (it, _, context) =>
      Promise.all(
        (await fedOf(context, it.id)).map(async ({ proposalId, passageIds }) => {
          const [proposal, ...passages] = await Promise.all([
            context.load(Proposals, proposalId),
            ...passageIds.map((id) => context.load(Passages, id)),
          ]);
          return { proposal: proposal!, passages: passages.filter((passage) => passage !== null) };
        }),
      ),
    initiatives: (it, _, context) => initiativesOf(context, it.id),
  },
};
