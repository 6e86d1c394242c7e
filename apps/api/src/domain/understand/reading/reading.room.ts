import { room } from "../../../platform/room.ts";
import { passageResolvers } from "./reading.resolvers.ts";

export const readingRoom = room({
  resolvers: [passageResolvers],
});
