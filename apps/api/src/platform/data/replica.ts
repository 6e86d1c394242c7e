import type pg from "pg";
import type { DataSource } from "typeorm";
import { Misconfigured } from "../config.ts";
import { log } from "../log.ts";
import { openDatabase, type Tables } from "./database.ts";
import type { States } from "./state.ts";

/** For how long, in milliseconds, a replica that failed is left alone, and one that was behind is not looked at again. */
const rests = { failed: 5000, behind: 20 };

/** What fails of one statement and says nothing of the server: a write, a conflict with what it replays, a slow one. */
const passing = /^(25006|40001|57014)$/;

/** Where a replica stands. */
interface Place {
  timeline: string;
  replayed: number;
}

/** What one request reads of the replica, at the states that the primary had when it came. */
export interface Reading {
  database: DataSource;
  end: string;
  /** True once something of it failed there: it is asked again, of the primary. */
  failed: boolean;
  fail: (error: unknown) => void;
}

/** A server that follows the primary, and answers what is only read. */
export interface Replica {
  /** A reading there, if it has replayed all that the primary knew at these states; null where the primary is to be asked. */
  reading: (states: States) => Promise<Reading | null>;
  close: () => Promise<void>;
}

/** What is asked of each connection: where the server stands, and whose it is. */
const introduction = `select pg_is_in_recovery() as follows, (select system_identifier from pg_control_system())::text as cluster,
  (select oid from pg_database where datname = current_database()) as base,
  lpad(upper(to_hex((select timeline_id from pg_control_checkpoint()))), 8, '0') as timeline,
  (pg_last_wal_replay_lsn() - '0/0'::pg_lsn)::float8 as replayed`;

interface Introduction extends Place {
  follows: boolean;
  cluster: string;
  base: number;
}

/**
 * Opens a replica of this primary. A page or a question is asked of it once it has replayed all that anybody had
 * committed when the request came: whoever wrote finds it there, and what was hidden a moment ago is on no page of it.
 * That costs the primary one statement that reads no table. A replica that is behind, away, slow or no replica any more
 * is passed over, and nobody sees it. Throws where the address leads to another thing than a replica of this primary.
 */
export async function openReplica(
  url: string,
  tables: Tables,
  primary: DataSource,
  { rest = rests.failed } = {},
): Promise<Replica> {
  const [home] = await primary.query<[Introduction]>(introduction);
  let place: Place = { timeline: "", replayed: 0 };
  let goal: States | undefined;
  let opened: Promise<DataSource> | undefined;
  let looking: Promise<void> | undefined;
  let lookedAt = -rests.behind;
  /** When it was last found wanting; null while it is well. */
  let leftAt: number | null = null;

  /** A server that starts again may stand before where it stood: its connections wait until it is there again. */
  const verify = (client: pg.Client, done: (error?: Error) => void) =>
    void client.query<Introduction>(introduction).then(({ rows: [it] }) => {
      if (!it!.follows || it!.cluster !== home.cluster || it!.base !== home.base)
        done(new Misconfigured("DATABASE_REPLICA_URL does not lead to a replica of DATABASE_URL."));
      else if (it!.timeline === place.timeline && it!.replayed < place.replayed)
        done(new Error("It stands before where it stood."));
      else done();
    }, done);

  const open = () =>
    (opened ??= openDatabase(url, tables, { verify }).catch((error: unknown) => {
      opened = undefined;
      throw error;
    }));

  function leave(error: unknown) {
    if (leftAt === null) log.warn("The replica is left aside", { detail: (error as Error).message });
    leftAt = performance.now();
  }

  /** Looks where it stands: once for all who ask together. */
  const look = () =>
    (looking ??= (async () => {
      const database = await open();
      const [it] = await database.query<[Introduction]>(introduction);
      if (!it.follows) throw new Error("It follows no more.");
      place = it;
      lookedAt = performance.now();
      if (leftAt !== null) log.warn("The replica is read again");
      leftAt = null;
    })().finally(() => (looking = undefined)));

  try {
    await look();
  } catch (error) {
    if (error instanceof Misconfigured) throw error;
    leave(error);
  }

  return {
    async reading(states) {
      if (goal?.state !== states.state || goal.timeline !== states.timeline) goal = states;
      const { timeline, written } = goal;
      const isThere = () => place.timeline === timeline && place.replayed >= written;
      if (leftAt !== null) {
        // Nobody waits for one that failed.
        if (!looking && performance.now() - leftAt > rest) look().catch(leave);
        return null;
      }
      try {
        if (!isThere() && performance.now() - lookedAt > rests.behind) await look();
        return isThere() ? { database: await open(), end: states.end, failed: false, fail } : null;
      } catch (error) {
        leave(error);
        return null;
      }
    },
    async close() {
      await (await opened?.catch(() => null))?.destroy();
    },
  };

  function fail(this: Reading, error: unknown) {
    this.failed = true;
    if (!isPassing(error)) leave(error);
  }
}

/** True for a failure that says nothing of the server. */
function isPassing(error: unknown) {
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  return passing.test(String(driverError?.code ?? code));
}
