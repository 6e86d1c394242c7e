import { cluster, copyOf, dropCopy, migratedTemplate } from "../../apps/api/test/site/cluster.ts";
import { tables } from "../../apps/api/src/app.ts";
import { openDatabase } from "../../apps/api/src/platform/data/database.ts";
import { seedDemo } from "../../apps/api/src/seed/demo.ts";

/** The demonstration in a database that is thrown away when it `end`s. */
export async function demonstration() {
  const postgres = await cluster();
  const admin = postgres.url("postgres");
  const url = await copyOf(await migratedTemplate(postgres), admin);
  const database = await openDatabase(url, tables, { patient: true });
  const end = async () => {
    await database.destroy();
    await dropCopy(url, admin);
    await postgres.stop();
  };
  await seedDemo(database);
  return { database, end };
}
