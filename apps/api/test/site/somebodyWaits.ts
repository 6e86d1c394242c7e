import type { DataSource } from "typeorm";

/** Ends once an act waits for what another one holds; fails if none does. */
export async function somebodyWaits(database: DataSource) {
  const text = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  for (let looks = 0; looks < 1000; looks++) {
    if ((await database.query<unknown[]>(text)).length > 0) return;
    await new Promise((later) => setTimeout(later, 10));
  }
  throw new Error("Nobody waits.");
}
