import type { Resolvers } from "../../graphql/resolvers.generated.ts";
import { proposalsOfInitiative } from "../proposal/proposal.queries.ts";
import { reactionsTo } from "../reaction/reaction.queries.ts";
import { Territories } from "../territory/territory.entity.ts";
import { contributionsTellingOf, initiativeOf, initiatives } from "./initiative.queries.ts";

export const initiativeResolvers: Resolvers = {
  Query: {
    initiatives: (_, __, context) => initiatives(context),
    initiative: (_, { slug }, context) => initiativeOf(context, slug),
  },
  Initiative: {
    territory: async ({ territoryId }, _, context) => (await context.load(Territories, territoryId))!,
    region: ({ regionId }, _, context) => context.load(Territories, regionId),
    criteria: ({ criteria }) => Object.entries(criteria).map(([key, score]) => ({ key, score })),
    contributions: ({ id }, _, context) => contributionsTellingOf(context, id),
    proposals: ({ id }, _, context) => proposalsOfInitiative(context, id),
    reactions: ({ id }, _, context) => reactionsTo(context, "INITIATIVE", id),
  },
};
