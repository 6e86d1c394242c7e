import { MigrationExecutor } from "typeorm/migration/MigrationExecutor.js";
import { openDatabase, type Tables } from "../data/database.ts";

type Manager = Awaited<ReturnType<typeof openDatabase>>["manager"];

/**
 * Makes the tables of before into those of this version, in one transaction: where a migration fails, or what it made
 * does not hold, all is as it was. Answers with the names of the migrations.
 */
export async function upgrade(url: string, tables: Tables, verify: (db: Manager) => Promise<void>): Promise<string[]> {
  const database = await openDatabase(url, tables, { patient: true });
  const runner = database.createQueryRunner();
  try {
    await runner.query("select pg_advisory_lock(712)"); // as a start does
    await runner.startTransaction();
    const executor = new MigrationExecutor(database, runner);
    executor.transaction = "none";
    const made = await executor.executePendingMigrations();
    await verify(runner.manager);
    await runner.query("select watch_tables()");
    await runner.commitTransaction();
    return made.map(({ name }) => name);
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
    await database.destroy(); // the lock goes with the connection
  }
}
