import type { DataSource } from "typeorm";
import { every } from "../../../platform/jobs.ts";
import { countStems } from "./stems.writes.ts";

/** Words that stand in for others are counted again once an hour. */
export const searchJobs = ({ manager }: DataSource) => every(3600, "search", (goOn) => countStems(manager, goOn));
