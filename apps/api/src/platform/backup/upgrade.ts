import type { EntityManager } from "typeorm";
import type { Tables } from "../data/database.ts";
import { migrating } from "./migrating.ts";

/**
 * Makes the tables of before into those of this version, in one transaction: where a migration fails, or what it made
 * does not hold, all is as it was. Answers with the names of the migrations.
 */
export const upgrade = (url: string, tables: Tables, verify: (db: EntityManager) => Promise<void>): Promise<string[]> =>
  migrating(url, tables, async (runner, executor) => {
    const made = await executor.executePendingMigrations();
    await verify(runner.manager);
    await runner.query("select watch_tables()");
    return made.map(({ name }) => name);
  });
