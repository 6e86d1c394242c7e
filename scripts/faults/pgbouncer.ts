import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { unprivilegedUser } from "../../apps/api/src/platform/data/binaries.ts";
import { connected } from "../../apps/api/src/platform/data/postgres.ts";
import { asRoot } from "../../apps/api/src/platform/folders.ts";
import { freePort } from "../../e2e/ownSite.ts";

/** True if this machine has PgBouncer. */
export const hasPgBouncer = () => spawnSync("pgbouncer", ["--version"]).status === 0;

/** PgBouncer in transaction mode before a database, as docs/operating.md says, on the loopback; its address. */
export async function pgBouncerBefore(under: string, database: string) {
  const { hostname, port, username, password, pathname } = new URL(database);
  const folder = join(under, "pgbouncer");
  mkdirSync(folder);
  const owner = asRoot ? unprivilegedUser() : undefined;
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const own = await freePort();
  const limits = "set statement_timeout = ''2s''; set idle_in_transaction_session_timeout = ''10s''";
  writeFileSync(join(folder, "users"), `"${username}" "${password}"\n`);
  writeFileSync(
    join(folder, "pgbouncer.ini"),
    `[databases]
site = host=${hostname} port=${port} dbname=${pathname.slice(1)} user=${username} password=${password} connect_query='${limits}'
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${folder}/users
logfile = ${folder}/log
pool_mode = transaction
default_pool_size = 8
max_client_conn = 400
max_prepared_statements = 1000
ignore_startup_parameters = statement_timeout,idle_in_transaction_session_timeout
track_extra_parameters = search_path
`,
  );
  const bouncer = spawn("pgbouncer", ["-q", join(folder, "pgbouncer.ini")], { stdio: "ignore", ...owner });
  const url = `postgres://${username}:${password}@127.0.0.1:${own}/site`;
  const answers = () => connected(url, (client) => client.query("select 1")).then(Boolean, () => false);
  // oxlint-disable-next-line no-await-in-loop -- until it is there
  for (let tries = 0; tries < 100 && !(await answers()); tries++) await sleep(100);
  return {
    url,
    async stop() {
      const ended = once(bouncer, "exit");
      bouncer.kill("SIGQUIT");
      await ended;
    },
  };
}
