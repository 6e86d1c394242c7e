import { connected } from "../../apps/api/src/platform/data/postgres.ts";
import { type Compared, compared, databaseOf, postmasterOf, siteOn } from "./ground.ts";
import { senders } from "./senders.ts";

/**
 * Two faults planted on purpose: a database that acknowledges before it has written, and pages that retry under another
 * key. A harness that misses them proves nothing elsewhere.
 */
export async function mutants(folder: string, clients: number): Promise<{ lossy: Compared; forgetful: Compared }> {
  const it = await siteOn(folder, { UNSAFE_DATABASE: "1" });
  const doubling = await senders({ port: it.port, clients, forgetful: true });
  // One send in twenty-five hangs up.
  await doubling.reach(clients * 40);
  await doubling.end();
  const forgetful = await compared(databaseOf(folder), doubling.acknowledged);

  const lazy = ["synchronous_commit = off", "wal_writer_delay = '10s'", "wal_writer_flush_after = '1GB'"];
  await connected(databaseOf(folder), async (client) => {
    for (const one of lazy) await client.query(`alter system set ${one}`);
    await client.query("select pg_reload_conf()");
  });
  const losing = await senders({ port: it.port, clients });
  await losing.reach(clients * 10);
  const since = performance.now();
  process.kill(postmasterOf(folder), "SIGKILL");
  await losing.recovered(since);
  await losing.end();
  const lossy = await compared(databaseOf(folder), losing.acknowledged);
  await it.stop();
  return { lossy, forgetful };
}
