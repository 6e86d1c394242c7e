import type { DataSource } from "typeorm";
import { every } from "../../../platform/jobs.ts";
import { countStems } from "./stems.writes.ts";

/** Milliseconds after which stems are counted again. */
const hour = 3_600_000;

/** Stems are counted once an hour, and as soon as there is something to count. */
export function searchJobs({ manager: db }: DataSource) {
  let counted = -hour;
  every(60, "search", async (goOn) => {
    const [{ empty }] = await db.query<[{ empty: boolean }]>("select not exists (select from search_stem) as empty");
    if (!empty && performance.now() - counted < hour) return;
    await countStems(db, goOn);
    counted = performance.now();
  });
}
