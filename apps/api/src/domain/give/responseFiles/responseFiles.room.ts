import { room } from "../../../platform/room.ts";
import { exportRoutes } from "./export.routes.ts";

export const responseFilesRoom = room({
  routes: [exportRoutes],
});
