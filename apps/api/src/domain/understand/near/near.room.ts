import { room } from "../../../platform/room.ts";
import { LeftNearTexts } from "./leftNear.entity.ts";
import { forgetLeft } from "./leftNear.writes.ts";
import { nearResolvers } from "./near.resolvers.ts";

export const nearRoom = room({
  tables: [LeftNearTexts],
  resolvers: [nearResolvers],
  hears: {
    "contribution.erased": ({ db }, id) => forgetLeft(db, id),
    "contribution.rewritten": ({ db }, id) => forgetLeft(db, id),
  },
});
