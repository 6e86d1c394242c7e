import { room } from "../../../platform/room.ts";
import { groupOverviewResolvers } from "./group.resolvers.ts";
import { territoryOverviewResolvers } from "./territory.resolvers.ts";

export const overviewRoom = room({ resolvers: [groupOverviewResolvers, territoryOverviewResolvers] });
