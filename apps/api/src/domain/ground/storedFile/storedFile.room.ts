import type { DataSource } from "typeorm";
import type { Config } from "../../../platform/config.ts";
import { every } from "../../../platform/jobs.ts";
import { room } from "../../../platform/room.ts";
import { StoredFiles } from "./storedFile.entity.ts";
import { dropLoose } from "./storedFile.writes.ts";

/** Hourly job: lets go what nothing names. */
const storedFileJobs = ({ manager }: DataSource, { bucket }: Config) =>
  every(3600, "stored files", () => dropLoose(manager, bucket, new Date()));

export const storedFileRoom = room({ tables: [StoredFiles], jobs: [storedFileJobs] });
