import type { EntityManager } from "typeorm";
import type { Tables } from "../data/database.ts";
import { migrating } from "./migrating.ts";

/**
 * Makes the tables of before into those of this version, in one transaction: where a migration fails, or what it made
 * does not hold, all is as it was. Answers with the names of the migrations, and of the last one before them.
 */
export const upgrade = (url: string, tables: Tables, verify: (db: EntityManager) => Promise<void>) =>
  migrating(url, tables, async (runner, executor) => {
    const there = await runner.manager.query<{ name: string }[]>(
      "select name from migrations order by id desc limit 1",
    );
    const made = await executor.executePendingMigrations();
    await verify(runner.manager);
    await runner.query("select watch_tables()");
    return { made: made.map(({ name }) => name), before: there[0]?.name ?? null };
  });
