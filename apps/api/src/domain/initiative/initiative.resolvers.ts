import type { Resolvers } from "../../graphql/resolvers.generated.ts";
import { proposalsOfInitiative } from "../proposal/proposal.queries.ts";
import { reactionsTo } from "../reaction/reaction.queries.ts";
import { Territories } from "../territory/territory.entity.ts";
import { initiatives } from "./initiative.list.ts";
import { contributionsTellingOf, initiativeToRead } from "./initiative.queries.ts";

export const initiativeResolvers: Resolvers = {
  Query: {
    initiatives: (_, { filter, first, after }, context) => initiatives(context, filter, { first, after }),
    initiative: (_, { slug }, context) => initiativeToRead(context, slug),
  },
  Initiative: {
    territory: async ({ territoryId }, _, context) => (await context.load(Territories, territoryId))!,
    region: ({ regionId }, _, context) => context.load(Territories, regionId),
    criteria: ({ criteria, criteriaReasons }) =>
      Object.entries(criteria).map(([key, score]) => ({ key, score, reason: criteriaReasons[key] ?? null })),
    contributions: ({ id }, _, context) => contributionsTellingOf(context, id),
    proposals: ({ id }, _, context) => proposalsOfInitiative(context, id),
    reactions: ({ id }, _, context) => reactionsTo(context, "INITIATIVE", id),
  },
};
