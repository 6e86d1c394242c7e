import { room } from "../../../platform/room.ts";
import { instanceResolvers } from "./instance.resolvers.ts";

export const instanceRoom = room({
  resolvers: [instanceResolvers],
});
