import type { DataSource } from "typeorm";
import { tables } from "./app.ts";
import { config } from "./platform/config.ts";
import { assertRecent, migrate, openDatabase } from "./platform/data/database.ts";
import { startErrorOf } from "./platform/data/startError.ts";
import { assertSecret } from "./platform/secretMark.ts";
import { createDatabase, embeddedPostgres } from "./platform/data/postgres.ts";

/**
 * Does something for the operator on the site's database: migrated, without the time limits of requests, and closed
 * whatever happens. A failure is told in one sentence.
 */
export const forTheOperator = (work: (database: DataSource) => Promise<void>, { anySecret = false } = {}) =>
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
  });

/** Does something at the address of the site's database, left as it is. A failure is told in one sentence. */
export async function atTheDatabase(work: (url: string) => Promise<void>) {
  try {
    const postgres = config.databaseUrl ? null : await embeddedPostgres("postgres");
    try {
      if (postgres) await createDatabase(postgres.url("postgres"), config.embeddedName);
      await work(config.directUrl ?? postgres!.url(config.embeddedName));
    } finally {
      await postgres?.stop();
    }
  } catch (error) {
    console.error(startErrorOf(error, config) ?? (error as Error).stack ?? String(error));
    process.exitCode = 1;
  }
}
