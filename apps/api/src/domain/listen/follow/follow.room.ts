import { room } from "../../../platform/room.ts";
import { Follows } from "./follow.entity.ts";

export const followRoom = room({ tables: [Follows] });
