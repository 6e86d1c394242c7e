/** A start that is stopped before the site serves. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { connected, freePort } from "../../src/platform/data/postgres.ts";

const folder = mkdtempSync(join(tmpdir(), "stopped-start-"));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const postmaster = join(folder, "postgres", "postmaster.pid");

/** Until the site is at work in its database. */
async function isAtWork() {
  const [, , , port] = existsSync(postmaster) ? readFileSync(postmaster, "utf8").split("\n") : [];
  if (!port) return false;
  const password = readFileSync(join(folder, "postgres.password"), "utf8");
  const sql = "select from pg_stat_activity where application_name = 'cahier-commun' and state <> 'idle'";
  const found = connected(`postgres://cahier:${password}@127.0.0.1:${port}/postgres`, (client) => client.query(sql));
  return (await found.catch(() => null))?.rowCount === 1;
}

test("a start that is stopped while it makes its tables ends without a word, and its PostgreSQL with it", async () => {
  const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const env = { PATH, NODE_COMPILE_CACHE, DATA_FOLDER: folder, PORT: String(await freePort()) };
  const site = spawn(process.execPath, [main, "--dev"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [site.stdout, site.stderr]) stream.on("data", (text: Buffer) => (said += text.toString()));
  const ended = once(site, "close");
  await expect.poll(isAtWork, { timeout: 60_000, interval: 20 }).toBe(true);
  site.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(said).toBe("");
  expect(existsSync(postmaster)).toBe(false);
}, 90_000);
