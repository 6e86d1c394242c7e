import { room } from "../../../platform/room.ts";
import { CitationReviews } from "./citationReview.entity.ts";
import { citationReviewResolvers } from "./citationReview.resolvers.ts";
import { forgetReviews, forgetSpeaker } from "./citationReview.writes.ts";

export const citationReviewRoom = room({
  tables: [CitationReviews],
  resolvers: [citationReviewResolvers],
  hears: {
    "contribution.erased": ({ db }, id) => forgetReviews(db, id),
    "attendance.withdrawn": ({ db }, id) => forgetSpeaker(db, id),
  },
});
