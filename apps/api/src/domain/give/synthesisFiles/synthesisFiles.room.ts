import { room } from "../../../platform/room.ts";
import { synthesisRoutes } from "./synthesis.routes.ts";

export const synthesisFilesRoom = room({
  routes: [synthesisRoutes],
});
