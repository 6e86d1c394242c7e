import { room } from "../../../platform/room.ts";
import { eraseReactionAgain, forgetReactors } from "./reaction.purges.ts";
import { moderatedReaction } from "./moderated.ts";
import { Reactions } from "./reaction.entity.ts";
import { reactionResolvers } from "./reaction.resolvers.ts";

export const reactionRoom = room({
  tables: [Reactions],
  resolvers: [reactionResolvers],
  erases: { "reaction.withdrawn": eraseReactionAgain },
  purges: { device: forgetReactors },
  moderated: { REACTION: moderatedReaction },
});
