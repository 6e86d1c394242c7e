import { room } from "../../../platform/room.ts";
import { Amendments } from "./amendment.entity.ts";
import { amendmentResolvers } from "./amendment.resolvers.ts";
import { listenerResolvers } from "./listen.resolvers.ts";

export const amendmentRoom = room({
  tables: [Amendments],
  resolvers: [amendmentResolvers, listenerResolvers],
});
