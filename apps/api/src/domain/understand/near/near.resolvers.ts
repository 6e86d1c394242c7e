import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { alikeInQueue, alikeOf, canSuggest, keyPointsIn, nearTexts, suggestionsFor } from "./near.queries.ts";

export const nearResolvers: Resolvers = {
  Bench: {
    alike: (bench, args, context) => alikeInQueue(context, bench, args),
    canSuggest: (_, { objective }, context) => canSuggest(context, objective),
  },
  BenchContribution: {
    suggestions: (it, args, context) => suggestionsFor(context, it, args),
    near: (it, _, context) => nearTexts(context, it),
    alike: (it, _, context) => alikeOf(context, it),
  },
  NearText: {
    keyPoints: (it, _, context) => keyPointsIn(context, it),
  },
};
