import { room } from "../../../platform/room.ts";
import { searchJobs } from "./search.jobs.ts";
import { searchResolvers } from "./search.resolvers.ts";

export const searchRoom = room({ resolvers: [searchResolvers], jobs: [searchJobs] });
