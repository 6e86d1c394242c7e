import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { Misconfigured } from "../config.ts";
import { isStopping } from "../stop.ts";
import { assertDirect, connected, connection } from "./postgres.ts";

/** The lock that each process which serves a database shares, on whatever machine, and that a command has alone. */
const servingLock = 720;

/** Milliseconds that a process which has just stopped is given to leave, and until one that was cut off comes back. */
const patience = { leaves: 1500, comesBack: 1000 };

/**
 * Says that this process serves a database, until what this answers with is called: what needs the site stopped sees it.
 * Refuses while such a command works. A connection that is cut comes back by itself.
 */
export async function serves(url: string) {
  let held: pg.Client | undefined;
  let left = false;
  async function enter() {
    const client = await connection(url, "cahier-commun serves");
    await assertDirect(client).catch(async (error: unknown) => {
      await client.end();
      throw error;
    });
    // A machine that is gone without a word is forgotten within a minute, and not within two hours.
    await client.query("set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3");
    const { rows } = await client.query<{ entered: boolean }>("select pg_try_advisory_lock_shared($1) as entered", [
      servingLock,
    ]);
    if (left || !rows[0]!.entered) {
      await client.end();
      return false;
    }
    held = client;
    client.once("end", () => void comeBack());
    return true;
  }
  async function comeBack() {
    if (left || isStopping() || (await enter().catch(() => false))) return;
    setTimeout(() => void comeBack(), patience.comesBack).unref(); // until the database is there again
  }
  if (!(await enter()))
    throw new Misconfigured("A command that needs the site stopped works on this database: start once it has ended.");
  return async () => {
    left = true;
    await held?.query("select pg_advisory_unlock_shared($1)", [servingLock]).catch(() => {});
    await held?.end();
  };
}

/** Other processes that hold the lock, or have a connection of a site of an earlier version, which takes no lock. */
const others = `select l.mode = 'ExclusiveLock' as commands, host(a.client_addr) as at
  from pg_locks l join pg_stat_activity a using (pid)
  where l.locktype = 'advisory' and l.granted and l.objsubid = 1 and l.classid = 0 and l.objid = ${servingLock}
    and l.database = (select oid from pg_database where datname = current_database()) and l.pid <> pg_backend_pid()
  union
  select false, host(client_addr) from pg_stat_activity
  where $1 and application_name = 'cahier-commun' and datname = current_database() and pid <> pg_backend_pid()`;

/**
 * Does something that needs the site stopped while no process serves this database, on any machine, and none begins to.
 * `why` ends the sentence by which it is refused. `named`: connections are those of who opened them, with no PgBouncer
 * between that keeps them open under the same name.
 */
export const alone = <Done>(url: string, why: string, named: boolean, work: () => Promise<Done>) =>
  connected(url, async (client) => {
    await assertDirect(client);
    const end = performance.now() + patience.leaves;
    for (;;) {
      // oxlint-disable no-await-in-loop -- until who has just stopped has left
      const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_lock($1) as mine", [servingLock]);
      const { rows: there } = await client.query<{ commands: boolean; at: string | null }>(others, [named]);
      if (rows[0]!.mine && there.length === 0) break;
      if (performance.now() > end) throw new Misconfigured(whyNot(there, why));
      if (rows[0]!.mine) await client.query("select pg_advisory_unlock($1)", [servingLock]);
      await sleep(100);
      // oxlint-enable no-await-in-loop
    }
    try {
      return await work();
    } finally {
      await client.query("select pg_advisory_unlock($1)", [servingLock]).catch(() => {});
    }
  });

function whyNot(there: { commands: boolean; at: string | null }[], why: string) {
  if (there.some(({ commands }) => commands))
    return "Another command that needs the site stopped works on this database: wait for its end.";
  const from = [...new Set(there.map(({ at }) => at).filter((at) => at !== null))];
  return `Stop the site first: ${why}.${from.length > 0 ? ` A process serves this database from ${from.join(", ")}.` : ""}`;
}
