import { room } from "../../../platform/room.ts";
import { siteResolvers } from "./instance.resolvers.ts";

export const instanceRoom = room({
  resolvers: [siteResolvers],
});
