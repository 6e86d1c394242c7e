import { room } from "../../../platform/room.ts";
import { resultResolvers } from "./result.resolvers.ts";
import { ResultSteps } from "./steps.entity.ts";
import { resultRoutes } from "./result.routes.ts";

export const resultRoom = room({
  tables: [ResultSteps],
  resolvers: [resultResolvers],
  routes: [resultRoutes],
});
