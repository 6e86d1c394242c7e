import type { DataSource } from "typeorm";
import { expect } from "vitest";
import { prepared } from "../../src/platform/data/statement.ts";

/** Query that counts the rows of each table of a database: no act makes a table. */
const counting = new WeakMap<DataSource, Promise<string>>();

async function countingAll(database: DataSource) {
  const tables = await database.query<{ name: string }[]>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'rate_window'",
  );
  return `select ${tables.map(({ name }) => `(select count(*)::int from "${name}") as "${name}"`).join()}`;
}

/** Number of rows of each table, but for that of the counts of tries. */
export async function rowsCounted(database: DataSource): Promise<Record<string, number>> {
  if (!counting.has(database)) counting.set(database, countingAll(database));
  const text = await counting.get(database)!;
  return (await prepared<Record<string, number>>(database.manager, "rows of each table", text))[0]!;
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
