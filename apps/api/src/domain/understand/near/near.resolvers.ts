import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { nameOf } from "../../ground/person/person.queries.ts";
import { leaveNearText, restoreNearText } from "./leftNear.commands.ts";
import {
  nearTextsInQueue,
  nearTextsOf,
  canSuggest,
  keyPointsIn,
  leftNear,
  textsNear,
  suggestionsFor,
} from "./near.queries.ts";

export const nearResolvers: Resolvers = {
  ReadingDesk: {
    nearTexts: (readingDesk, args, context) => nearTextsInQueue(context, readingDesk, args),
    canSuggest: (_, { objective }, context) => canSuggest(context, objective),
  },
  ReadingText: {
    suggestions: (it, args, context) => suggestionsFor(context, it, args),
    near: (it, { first }, context) => textsNear(context, it, first ?? undefined),
    nearTexts: (it, _, context) => nearTextsOf(context, it),
    leftNear: (it, _, context) => leftNear(context, it),
  },
  LeftNearText: {
    leftBy: ({ leftById }, _, context) => nameOf(context, leftById),
  },
  Mutation: {
    leaveNearText: (_, { input }, { run }) => run((tx) => leaveNearText(tx, input)),
    restoreNearText: (_, { input }, { run }) => run((tx) => restoreNearText(tx, input)),
  },
  NearText: {
    keyPoints: (it, _, context) => keyPointsIn(context, it),
  },
};
