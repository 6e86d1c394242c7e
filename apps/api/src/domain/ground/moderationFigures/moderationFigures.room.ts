import { room } from "../../../platform/room.ts";
import { moderationFiguresResolvers } from "./moderationFigures.resolvers.ts";

export const moderationFiguresRoom = room({ resolvers: [moderationFiguresResolvers] });
