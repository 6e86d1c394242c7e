import type { DataSource } from "typeorm";

/** Ends once an act waits for what another one holds. */
export async function somebodyWaits(database: DataSource) {
  const text = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  while ((await database.query<unknown[]>(text)).length === 0) await new Promise((later) => setTimeout(later, 10));
}
