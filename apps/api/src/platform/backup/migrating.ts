import type { QueryRunner } from "typeorm";
import { MigrationExecutor } from "typeorm/migration/MigrationExecutor.js";
import { openDatabase, type Tables } from "../data/database.ts";

/** Runs or takes back migrations in one transaction, all or none, while no start does. */
export async function migrating<Done>(
  url: string,
  tables: Tables,
  act: (runner: QueryRunner, executor: MigrationExecutor) => Promise<Done>,
): Promise<Done> {
  const database = await openDatabase(url, tables, { patient: true });
  const runner = database.createQueryRunner();
  try {
    await runner.query("select pg_advisory_lock(712)"); // as a start does
    await runner.startTransaction();
    const executor = new MigrationExecutor(database, runner);
    executor.transaction = "none";
    const done = await act(runner, executor);
    await runner.commitTransaction();
    return done;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
    await database.destroy(); // the lock goes with the connection
  }
}
