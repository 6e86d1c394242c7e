import { room } from "../../../platform/room.ts";
import { proposalListResolvers } from "./proposalList.resolvers.ts";

export const proposalListRoom = room({ resolvers: [proposalListResolvers] });
