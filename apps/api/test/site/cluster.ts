import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, statfsSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { migrations } from "../../src/migrations/index.ts";
import { zone } from "../../src/platform/day.ts";
import { connected, embeddedPostgres, type EmbeddedPostgres } from "../../src/platform/data/postgres.ts";
import { home } from "../../src/platform/folders.ts";

/**
 * Fast and unsafe settings, for the throw-away database alone: nothing is swept in hundreds of databases that end. Its
 * current_date is that of the groups, so that rows of today are of today in the first hours of a day too.
 */
const unsafe = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  max_connections: "300",
  max_wal_size: "256MB",
  timezone: zone,
};

export const cluster = () => embeddedPostgres("postgres-test", unsafe, inMemory());

/**
 * A database is a thousand files, and each file of rules has its own: on a disk, to make and remove them costs more than
 * what is asked of them. They are in memory where the machine gives 4 GB to files there, of which they take one.
 */
function inMemory() {
  const memory = "/dev/shm";
  if (!existsSync(memory)) return home();
  const { blocks, bsize } = statfsSync(memory);
  if (blocks * bsize < 4 * 1024 ** 3) return home();
  const checkout = createHash("sha256").update(home()).digest("hex").slice(0, 12);
  const folder = join(memory, `cahier-commun-${checkout}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

/**
 * A database built by the migrations and named after them: a change of them makes another. Who finds it there, as nearly
 * always, loads no room.
 */
export async function migratedTemplate({ url }: EmbeddedPostgres) {
  const made = migrations.map(String).join("");
  const name = `migrated_${createHash("sha256").update(made).digest("hex").slice(0, 12)}`;
  const unfinished = `${name}_unfinished`;
  await connected(url("postgres"), async (client) => {
    await client.query("select pg_advisory_lock(713)"); // ends with the connection
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount) return;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished}`);
    const { tables } = await import("../../src/app.ts");
    const { migrate, openDatabase } = await import("../../src/platform/data/database.ts");
    const database = await openDatabase(url(unfinished), tables, { patient: true });
    await migrate(database);
    await database.destroy();
    await client.query(`alter database ${unfinished} rename to ${name}`);
  });
  return name;
}

/** Connection that makes and drops databases: a new one for each time, or one that stays. */
type Asked = (admin: string, text: string) => Promise<unknown>;
const once: Asked = (admin, text) => connected(admin, (client) => client.query(text));

let maker: pg.Client | undefined;
/** The one of a worker of rules, until its run ends: to make another costs a third of what a copy does. */
export const staying: Asked = async (admin, text) => {
  if (!maker) {
    const client = new pg.Client({ connectionString: admin });
    await client.on("error", () => (maker = undefined)).connect();
    maker = client;
  }
  await maker.query(text);
};

/** A copy of a template, file by file: that costs half of what the usual way does, through the log of writes. */
export async function copyOf(template: string, admin: string, ask = once) {
  const name = `copy_${process.pid}_${randomUUID().slice(0, 8)}`;
  await ask(admin, `create database ${name} template ${pg.escapeIdentifier(template)} strategy file_copy`);
  return admin.replace(/[^/]+$/, name);
}

export const dropCopy = (url: string, admin: string, ask = once) =>
  ask(admin, `drop database if exists ${pg.escapeIdentifier(url.split("/").at(-1)!)} with (force)`);

/** Removes the copies whose process has ended, and leaves those of another run beside this one. */
export const removeCopies = (admin: string) =>
  connected(admin, async (client) => {
    const sql = "select datname from pg_database where datname like 'copy%'";
    const { rows } = await client.query<{ datname: string }>(sql);
    for (const { datname } of rows)
      if (!alive(Number(datname.split("_")[1])))
        await client.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`);
  });

function alive(pid: number) {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
