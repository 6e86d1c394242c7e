import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Passages } from "../passage/passage.entity.ts";
import { isOfTheTeam } from "../synthesis/synthesis.queries.ts";
import { resolveCitation } from "./citationReview.commands.ts";
import { citationCountsOf, citationReviewsOf } from "./citationReview.queries.ts";
import { citationReplies } from "./replies.queries.ts";

export const citationReviewResolvers: Resolvers = {
  Mutation: {
    resolveCitation: (_, { input }, { run }) => run((tx) => resolveCitation(tx, input)),
  },
  CitationReview: {
    passage: async ({ passageId }, _, context) => (await context.load(Passages, passageId))!,
  },
  SynthesisVersion: {
    citationCounts: ({ id }, _, context) => citationCountsOf(context, id),
    citationReviews: async (version, _, context) =>
      (await isOfTheTeam(context, version)) ? citationReviewsOf(context, version.id) : [],
    citationReplies: ({ id }, _, context) => citationReplies(context, id),
  },
};
