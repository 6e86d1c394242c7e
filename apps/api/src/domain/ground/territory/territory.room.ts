import { room } from "../../../platform/room.ts";
import { Territories, RegionalGroups } from "./territory.entity.ts";
import { territoryResolvers } from "./territory.resolvers.ts";

export const territoryRoom = room({
  tables: [Territories, RegionalGroups],
  resolvers: [territoryResolvers],
});
