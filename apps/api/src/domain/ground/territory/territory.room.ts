import { room } from "../../../platform/room.ts";
import { Territories } from "./territory.entity.ts";
import { territoryResolvers } from "./territory.resolvers.ts";

export const territoryRoom = room({
  tables: [Territories],
  resolvers: [territoryResolvers],
});
