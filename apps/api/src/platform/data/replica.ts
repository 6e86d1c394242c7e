import type pg from "pg";
import type { DataSource } from "typeorm";
import { Misconfigured } from "../config.ts";
import { log } from "../log.ts";
import { openDatabase, type Tables } from "./database.ts";
import type { States } from "./state.ts";

/** Milliseconds until a replica that failed is tried again, and until one that lagged is looked at again. */
const rests = { failed: 5000, behind: 20 };

/** SQLSTATE of failures of one statement, not of the server: a write, a conflict with the replayed log, a slow query. */
const passing = /^(25006|40001|57014)$/;

/** Position of a replica in the log of the primary. */
interface Place {
  timeline: string;
  replayed: number;
}

/** Reading of the replica for one request, at least as fresh as the primary was when the request came. */
export interface Reading {
  database: DataSource;
  end: string;
  /** True once a statement failed there: the primary then answers the whole request. */
  failed: boolean;
  fail: (error: unknown) => void;
}

/** A server that replays the log of the primary and answers reads. */
export interface Replica {
  /** A reading, if it has replayed all that the primary knew at these states; null if the primary must answer. */
  reading: (states: States) => Promise<Reading | null>;
  close: () => Promise<void>;
}

/** SQL asked of each new connection: the cluster and database it leads to, and its position in the log. */
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
 * Opens a replica of this primary. It answers a request once it has replayed all that was committed when the request
 * came: authors find what they just wrote, and a text hidden a moment ago is on no page. To know, the primary is asked one
 * statement that reads no table. A replica that lags, fails, is slow or was promoted is passed over, without an error.
 * Throws if the address leads to anything but a replica of this primary.
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
  /** Time of its last failure; null while it is well. */
  let leftAt: number | null = null;

  /** A restarted replica may be behind the position already seen: connections to it are refused until it caught up. */
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

  /** Reads its position, once for all requests that ask meanwhile. */
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
        // No request waits for a replica that failed: it is tried again in the background.
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
