import { room } from "../../../platform/room.ts";
import { activityResolvers } from "./activity.resolvers.ts";

export const activityRoom = room({ resolvers: [activityResolvers] });
