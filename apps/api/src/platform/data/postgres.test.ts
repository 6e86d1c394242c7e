import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { connected, embeddedPostgres } from "./postgres.ts";
import { testApi } from "../../../test/site/api.ts";
import { asRoot } from "../folders.ts";

const api = testApi();

test("after a crash PostgreSQL flushes the whole file system in one call, and not each file of the cluster", async () => {
  const [set] = await api.database.query<[{ recovery_init_sync_method: string }]>("show recovery_init_sync_method");
  expect(set.recovery_init_sync_method).toBe(process.platform === "linux" ? "syncfs" : "fsync");
});

test.runIf(asRoot)("as root, a folder that PostgreSQL may not enter is named", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cahier-commun-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await expect(embeddedPostgres("postgres", {}, folder)).rejects.toThrow(`may not enter ${folder}`);
});

test("whoever starts while another process stops the cluster waits for its end, and starts it again", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cahier-commun-"));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // The folder left by a first start that a full disk cut: it keeps no later one from its cluster.
  writeFileSync(join(folder, "postgres.password"), "");
  mkdirSync(join(folder, "postgres.unfinished"));
  let last = await embeddedPostgres("postgres", { fsync: "off" }, folder);
  for (const after of [0, 60, 120]) {
    const ending = last.stop();
    // oxlint-disable no-await-in-loop -- at one moment of a stop after the other
    await sleep(after);
    last = await embeddedPostgres("postgres", { fsync: "off" }, folder);
    await ending;
    const [answer] = (await connected(last.url("postgres"), (client) => client.query<{ one: number }>("select 1 one")))
      .rows;
    expect(answer).toEqual({ one: 1 });
    // oxlint-enable no-await-in-loop
  }
  await last.stop();
});

test("whoever comes once the last process has looked around, and before it stops the cluster, waits outside", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cahier-commun-"));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const first = await embeddedPostgres("postgres", { fsync: "off" }, folder);
  await connected(first.url("postgres"), async (client) => {
    // Another process, of a version that says by its name alone that it is there, keeps the cluster running…
    await client.query("set application_name = 'cahier-commun uses it'");
    await first.stop();
    // …then has it alone, and stops nothing yet.
    await client.query("set application_name = 'leaves'; select pg_advisory_lock(719)");
    let entered = false;
    const next = embeddedPostgres("postgres", { fsync: "off" }, folder).then((it) => ((entered = true), it));
    await sleep(300);
    expect(entered).toBe(false);
    await client.query("select pg_advisory_unlock(719)");
    await (await next).stop();
  });
});
