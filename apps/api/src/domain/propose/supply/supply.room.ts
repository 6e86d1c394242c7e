import { room } from "../../../platform/room.ts";
import { Supplies, ArgumentRatings, SupplyTakings } from "./supply.entity.ts";
import { supplyResolvers } from "./supply.resolvers.ts";

export const supplyRoom = room({
  tables: [Supplies, ArgumentRatings, SupplyTakings],
  resolvers: [supplyResolvers],
});
