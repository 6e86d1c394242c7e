import { MigrationExecutor } from "typeorm/migration/MigrationExecutor.js";
import { Misconfigured } from "../config.ts";
import { openDatabase, type Tables } from "../data/database.ts";

/**
 * Takes back what migrations made after the one of this name, or the last of them, in one transaction: all or none. What
 * was written since in columns of theirs goes with them. Answers with the names of those taken back.
 */
export async function down(url: string, tables: Tables, to: string | null): Promise<string[]> {
  const database = await openDatabase(url, tables, { patient: true });
  const runner = database.createQueryRunner();
  try {
    await runner.query("select pg_advisory_lock(712)"); // as a start does
    const made = await runner.manager.query<{ name: string }[]>("select name from migrations order by id desc");
    const names = made.map(({ name }) => name);
    if (to !== null && !names.includes(to))
      throw new Misconfigured(`${to} was never run here: the last one is ${names[0] ?? "none"}.`);
    const back = names.slice(0, to === null ? 1 : names.indexOf(to));
    await runner.startTransaction();
    const executor = new MigrationExecutor(database, runner);
    executor.transaction = "none";
    // oxlint-disable-next-line no-await-in-loop -- the last one first
    for (const _ of back) await executor.undoLastMigration();
    await runner.commitTransaction();
    return back;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
    await database.destroy(); // the lock goes with the connection
  }
}
