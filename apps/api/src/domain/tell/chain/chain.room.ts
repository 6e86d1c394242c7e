import { room } from "../../../platform/room.ts";
import { chainResolvers } from "./chain.resolvers.ts";

export const chainRoom = room({ resolvers: [chainResolvers] });
