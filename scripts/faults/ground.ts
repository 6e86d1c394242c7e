import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { connected } from "../../apps/api/src/platform/data/postgres.ts";
import { freePort } from "../../e2e/ownSite.ts";
import { keep, site } from "../keep.mjs";
import type { Acknowledged } from "./senders.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A folder for data that nobody else has, and that goes with it. */
export function ground(under = tmpdir()) {
  const folder = mkdtempSync(join(under, "cahier-faults-"));
  // PostgreSQL does not run as root: whoever it runs as goes in.
  chmodSync(folder, 0o755);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Of the environment nothing but what a process needs: no setting of a site of this machine. */
const bare = () =>
  Object.fromEntries(
    ["PATH", "HOME", "LANG", "NODE_COMPILE_CACHE"].flatMap((name) =>
      process.env[name] === undefined ? [] : [[name, process.env[name]]],
    ),
  );

export type Site = Awaited<ReturnType<typeof siteOn>>;

/** A site on the loopback, on a data folder of its own, kept as `npm start` keeps it; what it says is in `site.log`. */
export async function siteOn(folder: string, settings: Record<string, string> = {}) {
  const port = await freePort();
  const env = { ...bare(), DATA_FOLDER: folder, PORT: String(port), BEHIND_PROXY: "1", LOG: "errors", ...settings };
  const begin = () => {
    const log = openSync(join(folder, "site.log"), "a");
    const options = { cwd: root, env, stdio: ["ignore", log, log, "ipc"] };
    const run = { ended: false, over: Promise.resolve(), kept: null as unknown as ReturnType<typeof keep> };
    run.over = new Promise((done) => {
      run.kept = keep(process.execPath, site, options, () => {
        run.ended = true;
        closeSync(log);
        done();
      });
    });
    return run;
  };
  let run = begin();
  const ready = async () => {
    // oxlint-disable-next-line no-await-in-loop -- until it is there
    while ((await statusOf(port, "/readyz")) !== 200) {
      if (run.ended) throw new Error(`The site ended: ${lastLines(folder)}`);
      // oxlint-disable-next-line no-await-in-loop
      await sleep(50);
    }
  };
  await ready();
  return {
    port,
    /** `kill -9`, as a machine without memory does. */
    kill: () => run.kept.kill(),
    /** Tells it to stop, and waits for its end. */
    async stop() {
      run.kept.stop();
      await run.over;
    },
    /** Starts it again, where it was. */
    async start() {
      run = begin();
      await ready();
    },
  };
}

/** Status of an answer; 0 where there is none. */
export async function statusOf(port: number, path: string) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
  await answer?.text().catch(() => "");
  return answer?.status ?? 0;
}

/** The postmaster of the embedded cluster in a folder. */
export const postmasterOf = (folder: string) => Number(postmaster(folder)[0]);

const postmaster = (folder: string) => readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n");

/** Address of the database in a folder. */
export function databaseOf(folder: string, name = "cahier") {
  const password = readFileSync(join(folder, "postgres.password"), "utf8");
  return `postgres://cahier:${password}@127.0.0.1:${postmaster(folder)[3]}/${name}`;
}

/** Begins the hour anew in which one questionnaire takes 20,000 responses: more are sent here. */
export const anewHour = (folder: string) =>
  connected(databaseOf(folder), (client) => client.query("truncate rate_window"));

export interface Compared {
  acknowledged: number;
  lost: number;
  doubled: number;
}

/** Of all that was acknowledged: texts that the database does not have, and texts that it has more than once. */
export async function compared(url: string, acknowledged: Acknowledged[]): Promise<Compared> {
  const { rows } = await connected(url, (client) =>
    client.query<{ n: number }>(
      `select count(distinct r.id)::int as n
       from unnest($1::text[]) as told (text)
       left join contribution c on c.body = told.text
       left join response r on r.id = c.response_id
       group by told.text`,
      [acknowledged.map(({ text }) => text)],
    ),
  );
  return {
    acknowledged: acknowledged.length,
    lost: rows.filter(({ n }) => n === 0).length,
    doubled: rows.filter(({ n }) => n > 1).length,
  };
}

function lastLines(folder: string) {
  const file = join(folder, "site.log");
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(-5).join("\n") : "nothing was said";
}
