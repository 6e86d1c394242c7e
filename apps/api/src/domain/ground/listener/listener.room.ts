import { room } from "../../../platform/room.ts";
import { Listeners } from "./listener.entity.ts";

export const listenerRoom = room({
  tables: [Listeners],
});
