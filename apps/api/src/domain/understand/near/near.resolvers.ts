import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { nearTextsInQueue, nearTextsOf, canSuggest, keyPointsIn, textsNear, suggestionsFor } from "./near.queries.ts";

export const nearResolvers: Resolvers = {
  ReadingDesk: {
    nearTexts: (readingDesk, args, context) => nearTextsInQueue(context, readingDesk, args),
    canSuggest: (_, { objective }, context) => canSuggest(context, objective),
  },
  ReadingText: {
    suggestions: (it, args, context) => suggestionsFor(context, it, args),
    near: (it, { first }, context) => textsNear(context, it, first ?? undefined),
    nearTexts: (it, _, context) => nearTextsOf(context, it),
  },
  NearText: {
    keyPoints: (it, _, context) => keyPointsIn(context, it),
  },
};
