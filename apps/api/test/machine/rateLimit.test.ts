import Fastify from "fastify";
import { type DataSource } from "typeorm";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { copyOf, dropCopy } from "../site/cluster.ts";
import { tables } from "../../src/app.ts";
import { configOf } from "../../src/platform/config.ts";
import { openDatabase } from "../../src/platform/data/database.ts";
import { limiter, purgeWindows } from "../../src/platform/server/rateLimit.ts";
import { guard, rates } from "../../src/platform/server/guards.ts";

let url: string;
const opened: DataSource[] = [];

/** A second process of the site: its own connections to the same database. */
async function another() {
  const database = await openDatabase(url, tables);
  opened.push(database);
  return database;
}

/** The smallest site that has limits. */
async function siteOf(database: DataSource) {
  const app = Fastify();
  await guard(app, database, configOf({ PORT: "4000" }));
  app.post("/limited", { config: rates.signIn }, async () => "done");
  return app;
}

beforeAll(async () => {
  url = await copyOf(inject("template"), inject("admin"));
  return () => dropCopy(url, inject("admin"));
});
afterAll(async () => {
  for (const database of opened) if (database.isInitialized) await database.destroy();
});

const wait = limiter({ name: "a rule", most: 5, seconds: 900 });

test("several processes count together, exactly, and a restart forgets nothing", async () => {
  const [one, two] = [await another(), await another()];
  const waits = await Promise.all(Array.from({ length: 8 }, (_, n) => wait([one, two][n % 2]!.manager, "somebody")));
  expect(waits.filter((seconds) => seconds === 0)).toHaveLength(5);
  expect(waits.filter((seconds) => seconds > 890 && seconds <= 900)).toHaveLength(3);
  expect(await wait(two.manager, "somebody else")).toBe(0);
  expect(await limiter({ name: "another rule", most: 5, seconds: 900 })(two.manager, "somebody")).toBe(0);
  await one.destroy();
  await two.destroy();
  expect(await wait((await another()).manager, "somebody")).toBeGreaterThan(0);
});

test("counters name nobody who tried, and ended windows are erased", async () => {
  const database = await another();
  await wait(database.manager, "quelqu-un@example.org");
  const kept = JSON.stringify(await database.query("select * from rate_window"));
  expect(kept).not.toMatch(/example|quelqu|somebody|127\.0\.0\.1/);
  await database.query("update rate_window set ends_at = now() - interval '1 second'");
  expect(await wait(database.manager, "somebody")).toBe(0);
  await purgeWindows(database.manager, new Date());
  expect(await database.query("select count from rate_window")).toEqual([{ count: 1 }]);
});

test("a try in a transaction rolled back does not count", async () => {
  const { manager } = await another();
  const undone = manager.transaction(async (tx) => {
    for (let n = 0; n < 5; n++) await wait(tx, "undone");
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await wait(manager, "undone")).toBe(0);
});

test("requests are counted together too: by address, in IPv6 by the /64 that a household is given", async () => {
  const sites = [await siteOf(await another()), await siteOf(await another())];
  let n = 0;
  const ask = async (remoteAddress: string) =>
    (await sites[n++ % 2]!.inject({ method: "POST", url: "/limited", remoteAddress })).statusCode;
  for (const address of ["2001:db8:0:1::1", "2001:db8:0:1::2"]) expect(await ask(address)).not.toBe(429);
  // As if the others had come since.
  expect(await opened.at(-1)!.query("update rate_window set count = 60 where count = 2 returning count")).toEqual([
    [{ count: 60 }],
    1,
  ]);
  expect(await ask("2001:db8:0:1:ffff::1")).toBe(429);
  expect(await ask("2001:db8:0:1:ffff::2")).toBe(429);
  expect(await ask("2001:db8:0:2::1")).not.toBe(429);
  expect(await ask("203.0.113.9")).not.toBe(429);
  for (const site of sites) await site.close();
});

test("without the database a limited request is refused: breaking a limit does not open it", async () => {
  const database = await another();
  const site = await siteOf(database);
  await database.destroy();
  const { statusCode } = await site.inject({ method: "POST", url: "/limited" });
  expect(statusCode).toBeGreaterThanOrEqual(500);
  await site.close();
});
