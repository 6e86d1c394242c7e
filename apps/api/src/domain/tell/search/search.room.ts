import { room } from "../../../platform/room.ts";
import { searchJobs } from "./search.jobs.ts";
import { searchResolvers } from "./search.resolvers.ts";
import { sitemapRoutes } from "./sitemap.routes.ts";

export const searchRoom = room({ resolvers: [searchResolvers], jobs: [searchJobs], routes: [sitemapRoutes] });
