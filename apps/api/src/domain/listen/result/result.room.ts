import type { DataSource } from "typeorm";
import { every } from "../../../platform/jobs.ts";
import { room } from "../../../platform/room.ts";
import { takeSteps } from "./apart.ts";
import { resultResolvers } from "./result.resolvers.ts";
import { ResultSteps } from "./steps.entity.ts";
import { resultRoutes } from "./result.routes.ts";

export const resultRoom = room({
  tables: [ResultSteps],
  resolvers: [resultResolvers],
  routes: [resultRoutes],
  jobs: [(database: DataSource) => every(60, "results", (goOn) => takeSteps(database, goOn))],
});
