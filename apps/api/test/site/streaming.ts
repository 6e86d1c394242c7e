import { execFile } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { binaries, unprivilegedUser } from "../../src/platform/data/binaries.ts";
import { connected, embeddedPostgres } from "../../src/platform/data/postgres.ts";
import { asRoot, home } from "../../src/platform/folders.ts";
import { freePort } from "../../../../e2e/ownSite.ts";

const run = promisify(execFile);
const unsafe = { fsync: "off", autovacuum: "off", wal_keep_size: "512MB" };
const name = "postgres-primary";

/** True where the programs of PostgreSQL that we bring can follow another server. */
export const canStream = () => existsSync(join(binaries(), "lib", "postgresql", "libpqwalreceiver.so"));

/** A cluster that others follow, kept from one run to another, beside the one of all tests. */
export const primaryCluster = () => embeddedPostgres(name, unsafe);

/** A streaming replica of it, on the loopback: a copy of its files that begins where the copy did. */
export async function replicaOf(admin: string) {
  const owner = asRoot ? unprivilegedUser() : undefined;
  const data = join(home(), `postgres-replica.${process.pid}`);
  const options = { ...owner, cwd: home(), env: { ...process.env, TZ: "UTC", LC_ALL: "C" } };
  const tool = (...args: string[]) => run(join(binaries(), "bin", "pg_ctl"), [...args, "-D", data], options);
  const port = await freePort();
  const url = admin.replace(/:\d+\//, `:${port}/`);
  const { username, password, port: at } = new URL(admin);
  const write = (file: string, text: string) => {
    writeFileSync(join(data, file), text, { mode: 0o600 });
    if (owner) chownSync(join(data, file), owner.uid, owner.gid);
  };

  rmSync(data, { recursive: true, force: true });
  await connected(admin, async (client) => {
    await client.query("select pg_backup_start('replica', true)");
    const from = join(home(), name);
    const aside = new RegExp(`^${from}/(pg_wal/.|pg_replslot/.|postmaster|server.log)`);
    cpSync(from, data, { recursive: true, filter: (file) => !aside.test(file) });
    if (owner) await run("chown", ["-R", `${owner.uid}:${owner.gid}`, data]);
    const { rows } = await client.query<{ labelfile: string }>("select labelfile from pg_backup_stop(false)");
    write("backup_label", rows[0]!.labelfile);
  });
  mkdirSync(join(data, "pg_wal", "archive_status"), { recursive: true });
  if (owner) await run("chown", ["-R", `${owner.uid}:${owner.gid}`, join(data, "pg_wal")]);
  await run("chmod", ["700", data]);
  write("standby.signal", "");

  const settings = {
    ...{ port: String(port), listen_addresses: "127.0.0.1", unix_socket_directories: "", fsync: "off" },
    primary_conninfo: `host=127.0.0.1 port=${at} user=${username} password=${password}`,
  };
  const flags = Object.entries(settings)
    .map(([key, value]) => `-c ${key}="${value}"`)
    .join(" ");
  const asked = (database: string, text: string) => connected(url.replace(/[^/]+$/, database), (it) => it.query(text));
  const it = {
    url: (database: string) => url.replace(/[^/]+$/, database),
    start: () => tool("start", "-w", "-t", "60", "-l", join(data, "server.log"), "-o", flags),
    /** All its processes end at once, as after a crash. */
    crash: () => tool("stop", "-w", "-m", "immediate"),
    /** It goes on receiving, and shows nothing of it until it resumes. */
    pause: () => asked("postgres", "select pg_wal_replay_pause()"),
    resume: () => asked("postgres", "select pg_wal_replay_resume()"),
    async remove() {
      await it.crash().catch(() => {});
      rmSync(data, { recursive: true, force: true });
    },
  };
  await it.start();
  return it;
}
