import { room } from "../../../platform/room.ts";
import { exportResolvers } from "./openData.resolvers.ts";

export const openDataRoom = room({
  resolvers: [exportResolvers],
});
