import type { DataSource } from "typeorm";
import { every } from "../../../platform/jobs.ts";
import { room } from "../../../platform/room.ts";
import { foldTally } from "./tally.writes.ts";

export const tallyRoom = room({
  jobs: [({ manager: db }: DataSource) => every(20, "tally", () => foldTally(db))],
});
