import type { DataSource } from "typeorm";
import { every } from "../../../platform/jobs.ts";
import { room } from "../../../platform/room.ts";
import { foldPairs, foldReaders, foldTally, foldTexts } from "./tally.writes.ts";

export const tallyRoom = room({
  jobs: [
    ({ manager: db }: DataSource) => every(20, "tally", () => foldTally(db)),
    ({ manager: db }: DataSource) => every(20, "texts tallied", () => foldTexts(db)),
    ({ manager: db }: DataSource) => every(20, "readers tallied", () => foldReaders(db)),
    ({ manager: db }: DataSource) => every(20, "pairs tallied", () => foldPairs(db)),
  ],
});
