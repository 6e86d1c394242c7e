import { room } from "../../../platform/room.ts";
import { keyPointRoutes } from "./keyPoints.routes.ts";

export const keyPointFilesRoom = room({
  routes: [keyPointRoutes],
});
