import pg from "pg";
import { DataSource, type EntitySchema, type MixedList } from "typeorm";
import { Misconfigured } from "../config.ts";
import { log } from "../log.ts";
import { isStopping } from "../stop.ts";
import { SnakeCaseNaming } from "./naming.ts";
import { assertDirect } from "./postgres.ts";
import { shapeRows } from "./rows.ts";

// A day is text, a count is a number: as the domain reads them.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
shapeRows();

export interface Tables {
  entities: MixedList<EntitySchema>;
  migrations: MixedList<Function>;
}

/** Limits of each statement of a request: a database that does not answer must not hold it for longer. */
export const statementLimits = {
  statement_timeout: 2000,
  query_timeout: 3000,
  idle_in_transaction_session_timeout: 10_000,
  connectionTimeoutMillis: 3000,
};

/** Short limits for a replica: what it does not answer in time is asked of the primary within the same request. */
const inPassing = { statement_timeout: 1000, query_timeout: 1200, connectionTimeoutMillis: 500 };

/** A connection cut while in use also emits an « error » event, which ends the process if nobody listens: it does here. */
class PatientClient extends pg.Client {
  constructor(settings?: string | pg.ClientConfig) {
    super(settings);
    this.on("error", () => {});
  }
}

/** Result of « start transaction », given before the server answers. */
const begun = { command: "START", rowCount: null, oid: null, rows: [], fields: [] };

/** SQLSTATE of a statement in a transaction that failed before. */
const aborted = "25P02";

/**
 * Sends all statements of one turn of the event loop together: those that do not wait for each other make one round trip.
 * « start transaction » travels with the first statement of its transaction. If it fails, the connection is closed, so
 * that nothing is written outside a transaction. The connection is also closed when an answer does not come: its next
 * user would wait behind it.
 */
class HurriedClient extends PatientClient {
  #gathers = false;
  /** First refusal in this transaction. Statements behind it fail because of it, and their failures may arrive first. */
  #refused: Error | undefined;

  constructor(settings: pg.ClientConfig) {
    super({ ...settings, pipeline: true });
  }

  override query(...args: unknown[]): never {
    const { stream } = this.connection;
    if (!this.#gathers) {
      this.#gathers = true;
      stream.cork();
      process.nextTick(() => {
        this.#gathers = false;
        stream.uncork();
      });
    }
    const answer = (super.query as (...all: unknown[]) => unknown).apply(this, args);
    if (args[0] === "START TRANSACTION" && answer instanceof Promise) {
      this.#refused = undefined;
      answer.catch(() => stream.destroy());
      return Promise.resolve(begun) as never;
    }
    if (!(answer instanceof Promise)) return answer as never;
    return answer.catch((error: Error & { code?: string }) => {
      if (error.message === "Query read timeout") this.connection.stream.destroy();
      if (error.code === aborted) throw this.#refused ?? error;
      this.#refused = error;
      throw error;
    }) as never;
  }
}

type Learnt = Pick<DataSource, "entityMetadatas" | "entityMetadatasMap">;
const learnt = new WeakMap<object, Learnt>();

/** Data source that learns the tables once in a process, for every database: this takes longer than to connect. */
class LearntSource extends DataSource {
  protected override async buildMetadatas() {
    const { entities } = this.options as Tables;
    const known = learnt.get(entities);
    if (known) this.setOptions({ entities: [] });
    await super.buildMetadatas();
    if (known) Object.assign(this.setOptions({ entities }), known);
    const { entityMetadatas, entityMetadatasMap } = this;
    learnt.set(entities, { entityMetadatas, entityMetadatasMap });
  }
}

interface Manner {
  /** No time limits: for migrations, the seed, an import. */
  patient?: boolean;
  /** Other limits than those of a request: for what takes long, and for rules, which a busy machine must not change. At most `max` connections. */
  limits?: typeof statementLimits & { max?: number };
  /** For a replica: shorter limits, and a check of each new connection. */
  verify?: (client: pg.Client, done: (error?: Error) => void) => void;
}

/** Connections to a database, with all that it holds. */
export function openDatabase(
  url: string,
  tables: Tables,
  { patient = false, limits = statementLimits, verify }: Manner = {},
) {
  const database: DataSource = new LearntSource({
    type: "postgres",
    url,
    ...tables,
    namingStrategy: new SnakeCaseNaming(),
    installExtensions: !verify,
    // An error of a connection that is closing already is no trouble.
    poolErrorHandler: (error: Error) =>
      database.isInitialized && !isStopping() && log.warn("database", { detail: error.message }),
    extra: {
      max: patient ? 4 : 10,
      // Connections stay: after a silence a page would pay for new ones, and for their first plans.
      ...(!patient && { idleTimeoutMillis: 0 }),
      keepAlive: true,
      application_name: "cahier-commun",
      Client: patient ? PatientClient : HurriedClient,
      ...(patient ? { connectionTimeoutMillis: limits.connectionTimeoutMillis } : limits),
      ...(verify && { verify, ...inPassing }),
    },
  });
  return database.initialize();
}

/** Two processes may start together: the second waits for the first, then finds nothing left to do. */
export async function migrate(database: DataSource) {
  // TypeORM tells which one failed; one that a stop cuts short did not.
  database.logger.logMigration = (detail) => isStopping() || log.warn("migration", { detail });
  const lock = database.createQueryRunner();
  const client = (await lock.connect()) as pg.PoolClient;
  try {
    await assertDirect(client);
    await lock.query("select pg_advisory_lock(712)");
    // TypeORM adds it for the tables that it knows, and here it may know none.
    await lock.query('create extension if not exists "uuid-ossp"');
    await database.runMigrations({ transaction: "each" });
    await lock.query("select watch_tables()");
    await lock.query("select pg_advisory_unlock(712)");
  } finally {
    await lock.release();
  }
}

/** The oldest PostgreSQL that has all we ask of it. */
const oldest = 18;

/** No start on a PostgreSQL that is too old: it would stop half-way through a migration, in words nobody understands. */
export async function assertRecent(database: Pick<DataSource, "query">) {
  const [{ version }] = await database.query<[{ version: string }]>(
    "select current_setting('server_version') as version",
  );
  if (Number.parseInt(version, 10) >= oldest) return;
  throw new Misconfigured(
    `PostgreSQL ${oldest} or later is needed, and DATABASE_URL leads to ${version}: upgrade it first.`,
  );
}

/** An answer that was acknowledged must outlive a power cut: no start on a database that promises less. */
export async function assertDurable(database: DataSource) {
  const off = await database.query<{ name: string }[]>(
    "select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'",
  );
  if (off.length === 0) return;
  const names = off.map(({ name }) => name).join(", ");
  throw new Misconfigured(
    `PostgreSQL runs with ${names} off: a response could be lost after it was acknowledged. Turn that on in its configuration, and start again.`,
  );
}
