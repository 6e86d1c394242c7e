import { room } from "../../../platform/room.ts";
import { resultResolvers } from "./result.resolvers.ts";
import { resultRoutes } from "./result.routes.ts";

export const resultRoom = room({
  resolvers: [resultResolvers],
  routes: [resultRoutes],
});
