import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Proposals } from "../../propose/proposal/proposal.entity.ts";
import { passagesNamed } from "../../propose/version/version.queries.ts";
import { fateFrom } from "./fate.queries.ts";
import { countsOf, fedOf, initiativesOf, keyPointsOf, meetingsOf } from "./territory.queries.ts";

/** Counts, meetings, key points, proposals and initiatives of a territory: read from the whole chain. */
export const territoryOverviewResolvers: Resolvers = {
  Territory: {
    responseCount: async (it, _, context) => (await countsOf(context, it.id)).responses,
    contributionCount: async (it, _, context) => (await countsOf(context, it.id)).contributions,
    unpublishedCount: async (it, _, context) => (await countsOf(context, it.id)).unpublished,
    async fate(it, _, context) {
      const { contributions: texts, takenUp, explained } = await countsOf(context, it.id);
      return fateFrom({ texts, takenUp, explained });
    },
    meetings: (it, _, context) => meetingsOf(context, it.id),
    keyPoints: async (it, { after }, context) => (await keyPointsOf(context, it.id, after)).rows,
    keyPointCount: async (it, _, context) => (await keyPointsOf(context, it.id)).total,
    proposals: async (it, { after }, context) =>
      Promise.all(
        (await fedOf(context, it.id, after)).rows.map(async ({ id }) => (await context.load(Proposals, id))!),
      ),
    proposalCount: async (it, _, context) => (await fedOf(context, it.id)).total,
    fed: async (it, { after }, context) =>
      Promise.all(
        (await fedOf(context, it.id, after)).rows.map(async ({ id, passageIds }) => {
          const [proposal, passages] = await Promise.all([
            context.load(Proposals, id),
            passagesNamed(context, passageIds),
          ]);
          return { proposal: proposal!, passages };
        }),
      ),
    initiatives: (it, _, context) => initiativesOf(context, it.id),
  },
};
