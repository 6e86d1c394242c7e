import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { reasonHidden } from "../../ground/moderation/ruling.queries.ts";
import { reactionCountsOf, reactionsTo } from "../../ground/reaction/reaction.queries.ts";
import { meetingState } from "./meeting.state.ts";
import { blocksOf, minutesOf } from "./minutes.queries.ts";

export const minutesResolvers: Resolvers = {
  Meeting: {
    state: async (meeting, _, context) => meetingState(meeting, await minutesOf(context, meeting.id), context.now),
    minutes: (meeting, _, context) => minutesOf(context, meeting.id),
  },
  // A contribution that a block became has its id.
  MinutesBlock: {
    hiddenFor: ({ id }, _, context) => reasonHidden(context, "CONTRIBUTION", id),
    text: async ({ id, text }, _, context) => ((await reasonHidden(context, "CONTRIBUTION", id)) ? "" : text),
    // Comments on words that are gone repeat them.
    reactions: async ({ id }, _, context) =>
      (await reasonHidden(context, "CONTRIBUTION", id)) ? [] : reactionsTo(context, "MINUTES_BLOCK", id),
    reactionCounts: ({ id }, _, context) => reactionCountsOf(context, id),
  },
  Minutes: {
    blocks: (minutes, _, context) => blocksOf(context, minutes.id),
    reactions: (minutes, _, context) => reactionsTo(context, "MINUTES", minutes.id),
  },
};
