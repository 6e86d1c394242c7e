import type { DataSource } from "typeorm";
import { tables } from "./app.ts";
import { config, Misconfigured } from "./platform/config.ts";
import { alone } from "./platform/data/alone.ts";
import { assertRecent, migrate, openDatabase } from "./platform/data/database.ts";
import { runningOrigin } from "./platform/data/running.ts";
import { startErrorOf } from "./platform/data/startError.ts";
import { assertSecret } from "./platform/secretMark.ts";
import { createDatabase, embeddedPostgres } from "./platform/data/postgres.ts";

/**
 * Does something for the operator on the site's database: migrated, without the time limits of requests, and closed
 * whatever happens. A failure is told in one sentence.
 */
export const forTheOperator = (
  work: (database: DataSource) => Promise<void>,
  { anySecret = false, stopped }: { anySecret?: boolean; stopped?: string } = {},
) =>
  atTheDatabase(async (url) => {
    const database = await openDatabase(url, tables, { patient: true });
    try {
      await assertRecent(database);
      await migrate(database);
      if (!anySecret) await assertSecret(database);
      await work(database);
    } finally {
      await database.destroy();
    }
  }, stopped);

/**
 * Does something at the address of the site's database, left as it is. A failure is told in one sentence. What needs the
 * site stopped says why: it is refused while one runs from this folder, or serves this database from anywhere.
 */
export async function atTheDatabase(work: (url: string) => Promise<void>, stopped?: string) {
  try {
    if (stopped && runningOrigin()) throw new Misconfigured(`Stop the site first: ${stopped}.`);
    const postgres = config.databaseUrl ? null : await embeddedPostgres("postgres");
    try {
      if (postgres) await createDatabase(postgres.url("postgres"), config.embeddedName);
      const url = config.directUrl ?? postgres!.url(config.embeddedName);
      await (stopped ? alone(url, stopped, url === config.databaseUrl, () => work(url)) : work(url));
    } finally {
      await postgres?.stop();
    }
  } catch (error) {
    console.error(startErrorOf(error, config) ?? (error as Error).stack ?? String(error));
    process.exitCode = 1;
  }
}
