import { room } from "../../../platform/room.ts";
import { nearResolvers } from "./near.resolvers.ts";

export const nearRoom = room({
  resolvers: [nearResolvers],
});
