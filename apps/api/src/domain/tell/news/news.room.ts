import { room } from "../../../platform/room.ts";
import { feedRoutes } from "./feed.routes.ts";
import { composeNews } from "./letter.ts";
import { liveRoutes } from "./live.routes.ts";
import { newsJobs } from "./news.jobs.ts";
import { newsResolvers } from "./news.resolvers.ts";

export const newsRoom = room({
  resolvers: [newsResolvers],
  routes: [feedRoutes, liveRoutes],
  jobs: [newsJobs],
  composes: { news: composeNews },
});
