import type { DataSource } from "typeorm";
import { expect } from "vitest";

/** How many rows each table has, but for that of what is counted of tries. */
export async function rowsCounted(database: DataSource): Promise<Record<string, number>> {
  const tables = await database.query<{ name: string }[]>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'rate_window'",
  );
  const columns = tables.map(({ name }) => `(select count(*)::int from "${name}") as "${name}"`);
  return (await database.query<[Record<string, number>]>(`select ${columns.join()}`))[0];
}

/** Sends an act twice, as after an answer that was lost: it is done both times, and the second writes no row. */
export async function sentTwice<Answer extends { problems: unknown }>(
  database: DataSource,
  send: () => Promise<Answer>,
): Promise<Answer> {
  const first = await send();
  const before = await rowsCounted(database);
  const { problems } = await send();
  expect([first.problems, problems, await rowsCounted(database)]).toEqual([[], [], before]);
  return first;
}
