import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { binaries, unprivilegedUser } from "./binaries.ts";
import { Misconfigured } from "../config.ts";
import { asRoot, home } from "../folders.ts";
import { log } from "../log.ts";

const run = promisify(execFile);

/** Name of the connection that each process of ours holds as long as it uses a cluster. */
const presenceName = "cahier-commun uses it";

/** The lock that each of them shares meanwhile, and that the last one has alone while it stops the cluster. */
const presenceLock = 719;

export interface EmbeddedPostgres {
  url: (database: string) => string;
  /** Starts the cluster again, at the same place, whenever it died. */
  watch: () => void;
  /** Stops the cluster, unless another process of ours still uses it. */
  stop: () => Promise<void>;
}

/**
 * A real PostgreSQL of our own, for whoever gives no DATABASE_URL. It listens on the loopback only. With a port that is
 * `free`, a cluster that is there is started before this returns: whoever called may load the rest of the API meanwhile.
 */
export async function embeddedPostgres(
  name: string,
  settings: Record<string, string> = {},
  folder = home(),
  free?: number,
): Promise<EmbeddedPostgres> {
  const owner = asRoot ? unprivilegedUser() : undefined;
  const native = binaries();
  const data = join(folder, name);
  const secret = join(folder, `${name}.password`);
  const options = { ...owner, cwd: folder, env: { ...process.env, TZ: "UTC", LC_ALL: "C" } };
  const tool = (file: string, ...args: string[]) => run(join(native, "bin", file), args, options);

  if (!existsSync(data)) {
    // Anew as long as there is no cluster: a disk that was full left an empty one, which no cluster is made with.
    writeFileSync(secret, randomBytes(24).toString("base64url"), { mode: 0o600 });
    if (owner) chownSync(secret, owner.uid, owner.gid);
    // Made aside, then renamed: a cluster is whole or absent.
    const unfinished = `${data}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 });
    if (owner) chownSync(unfinished, owner.uid, owner.gid);
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const words = ["-D", unfinished, "-U", "cahier", "--pwfile", secret, "--auth=scram-sha-256", ...locale];
    await tool("initdb", ...words).catch((error: Error) => {
      if (!owner || !/Permission denied/.test(error.message)) throw error;
      throw new Misconfigured(
        `PostgreSQL does not run as root, and its account (${owner.uid}) may not enter ${folder}: give DATA_FOLDER another one, or let others through those above it (chmod o+x).`,
        { cause: error },
      );
    });
    renameSync(unfinished, data);
  }

  const start = async (port: string) => {
    if (running(data)) return;
    rmSync(join(data, "postmaster.pid"), { force: true });
    // After a crash the whole file system is flushed in one call, rather than thousands of files one by one.
    const recovery = process.platform === "linux" ? { recovery_init_sync_method: "syncfs" } : {};
    // Statements are short: parallel workers take longer to start than they gain, and a crowd has none to spare.
    const alone = { max_parallel_workers_per_gather: "0" };
    const all = {
      port,
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      ...alone,
      ...recovery,
      ...settings,
    };
    const flags = Object.entries(all)
      .map(([key, value]) => `-c ${key}='${value}'`)
      .join(" ");
    try {
      await tool("pg_ctl", "start", "-w", "-t", "60", "-D", data, "-l", join(data, "server.log"), "-o", flags);
    } catch (error) {
      if (running(data)) return;
      assertSameMajor(data, await tool("postgres", "--version"));
      throw new Error(lastWords(data), { cause: error });
    }
  };
  const password = readFileSync(secret, "utf8");
  let port = String(free ?? (await freePort()));
  const url = (database: string) => `postgres://cahier:${password}@127.0.0.1:${port}/${database}`;
  /** Starts the cluster and says that we use it. One that another process is just stopping is waited for. */
  const enter = async () => {
    for (let tries = 0; ; tries++) {
      // oxlint-disable no-await-in-loop -- until it has stopped
      await start(port);
      try {
        port = postmaster(data)[3]!;
        const entered = await presenceIn(url("postgres"));
        if (entered) return entered;
        if (tries === 100) throw new Error("Another process has been stopping PostgreSQL for ten seconds: try again.");
        await sleep(100);
      } catch (error) {
        if (tries === 100 || !isEnding(error)) throw error;
        await sleep(100);
      }
      // oxlint-enable no-await-in-loop
    }
  };
  // Held as long as we use the cluster, so that whoever else stops sees us.
  let presence = await enter();
  let watching: NodeJS.Timeout | undefined;
  let starting: Promise<void> | undefined;

  async function restart() {
    log.warn("PostgreSQL died: starting it again");
    try {
      presence = await enter();
      log.warn("PostgreSQL runs again");
    } catch (error) {
      log.error("PostgreSQL does not start", error);
    }
    starting = undefined;
  }

  return {
    url,
    watch() {
      watching = setInterval(() => {
        if (starting || running(data)) return;
        starting = restart();
      }, 500);
      watching.unref();
    },
    async stop() {
      clearInterval(watching);
      await starting;
      await presence.end().catch(() => {});
      if (!running(data)) return;
      const leaving = await connection(url("postgres")).catch(() => undefined);
      // One that runs and answers nothing is of use to nobody.
      if (leaving && !(await isLast(leaving).catch(() => true))) return leaving.end();
      const [ours] = postmaster(data);
      await tool("pg_ctl", "stop", "-W", "-m", "fast", "-D", data);
      // pg_ctl itself would wait for one that another process has started since.
      const end = performance.now() + 60_000;
      // oxlint-disable-next-line no-await-in-loop -- until it has stopped
      while (running(data) === ours && performance.now() < end) await sleep(20);
    },
  };
}

/** A cluster is read by the major version that made it, and by no other. */
export function assertSameMajor(data: string, { stdout }: { stdout: string }) {
  const made = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  const ours = /(\d+)/.exec(stdout)![1]!;
  if (made !== ours)
    throw new Misconfigured(
      `${data} was made by PostgreSQL ${made}, and this version brings ${ours}: run npm run backup with the version of before, move that folder away, then run npm run restore with this one.`,
    );
}

/** Creates a database. False when it is there already. */
export async function createDatabase(admin: string, name: string) {
  return connected(admin, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount) return false;
    await client.query(`create database ${pg.escapeIdentifier(name)}`);
    return true;
  });
}

/** A connection that whoever asked for it ends. */
export async function connection(url: string, name?: string) {
  const settings = { connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true };
  const client = new pg.Client({ ...settings, application_name: name });
  client.on("error", () => {}); // what is asked of it fails by itself
  await client.connect();
  return client;
}

/**
 * Refuses a connection with a pool between: a lock would stay with one of its own connections once who took it has left,
 * and keep everybody else out. PostgreSQL greets whoever connects with the number of the process that answers them; a pool
 * says one of its own.
 */
export async function assertDirect(client: Pick<pg.Client, "query">) {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const { processID } = client as { processID?: number | null };
  if (!processID || processID === rows[0]!.pid) return;
  throw new Misconfigured(
    "A pool of connections, as PgBouncer is, stands before this database: give the address of PostgreSQL itself as DIRECT_DATABASE_URL, beside the one of the pool as DATABASE_URL.",
  );
}

export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>) {
  const client = await connection(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A connection that says that we use the cluster; nothing while the last one to use it stops it. */
async function presenceIn(url: string) {
  const client = await connection(url, presenceName);
  const { rows } = await client.query("select pg_try_advisory_lock_shared($1) as entered", [presenceLock]);
  if (rows[0].entered) return client;
  await client.end();
  return undefined;
}

/**
 * True where no other process of ours uses the cluster: none enters from then on. One of a former version says so by the
 * name of its connection alone; what this process itself was doing when it was told to stop keeps nothing running.
 */
async function isLast(client: pg.Client) {
  const { rows } = await client.query(
    `select pg_try_advisory_lock($1) and not exists (select from pg_stat_activity where application_name = $2) as last`,
    [presenceLock, presenceName],
  );
  return rows[0].last as boolean;
}

/** True for what a cluster that stops answers, or that has just stopped. */
const isEnding = (error: unknown) =>
  ["57P01", "57P03", "ECONNREFUSED", "ECONNRESET", "ENOENT"].includes(String((error as { code?: unknown }).code)) ||
  (error as Error).message.startsWith("Connection terminated");

/** The lines of postmaster.pid: process, data folder, start time, port… */
const postmaster = (data: string) => readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");

/** Number of the process that runs a cluster, as it is written there, or nothing. */
function running(data: string): string | undefined {
  let pid: string | undefined;
  try {
    [pid] = postmaster(data);
    if (process.platform !== "linux") return process.kill(Number(pid), 0) ? pid : undefined; // throws when there is none
    const [state] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    // A zombie is dead, and another program may have got its number.
    return state !== "Z" && command.includes("postgres") && command.includes(data) ? pid : undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM" ? pid : undefined;
  }
}

/** Last error that PostgreSQL logged before it stopped. */
const lastWords = (data: string) => {
  const written = readFileSync(join(data, "server.log"), "utf8").trimEnd().split("\n");
  return (
    written.filter((line) => /FATAL|PANIC|ERROR/.test(line)).at(-1) ?? written.at(-1) ?? "PostgreSQL said nothing."
  );
};

/** A port of the loopback on which nobody listens. */
export const freePort = () =>
  new Promise<number>((found, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
