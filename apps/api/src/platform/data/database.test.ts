import type { Socket } from "node:net";
import type { Client, Pool, PoolClient } from "pg";
import { afterEach, expect, inject, test, vi } from "vitest";
import { openDatabase } from "./database.ts";

afterEach(() => void vi.useRealTimers());

/** A database as the site opens it, and one connection of it. */
async function connectedTo() {
  const database = await openDatabase(inject("admin"), { entities: [], migrations: [] });
  const { master } = database.driver as unknown as { master: Pool };
  return { database, client: (await master.connect()) as PoolClient & Pick<Client, "connection"> };
}

test("a connection stays through a silence: the page after it does not pay for another", async () => {
  const database = await openDatabase(inject("admin"), { entities: [], migrations: [] });
  const [{ pid }] = await database.query("select pg_backend_pid() as pid");
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { master } = database.driver as unknown as { master: Pool };
  (await master.connect()).release();
  vi.advanceTimersByTime(600_000);
  vi.useRealTimers();
  expect(await database.query("select pg_backend_pid() as pid")).toEqual([{ pid }]);
  await database.destroy();
});

test("statements asked in one turn leave together, the beginning of a transaction too, and are answered in their order", async () => {
  const { database, client } = await connectedTo();
  const stream = client.connection.stream as Socket;
  const before = stream.bytesWritten - stream.writableLength;
  await client.query("START TRANSACTION");
  const answers = ["a", "b"].map((word) => client.query({ name: word, text: "select $1 as word", values: [word] }));
  expect([stream.writableCorked > 0, stream.bytesWritten - stream.writableLength]).toEqual([true, before]);
  expect((await Promise.all(answers)).map(({ rows }) => rows)).toEqual([[{ word: "a" }], [{ word: "b" }]]);
  await client.query("ROLLBACK");
  client.release();
  await database.destroy();
});

test("what follows one that is refused in a transaction is refused too, and asked anew afterwards", async () => {
  const { database, client } = await connectedTo();
  const named = { name: "named", text: "select 1 as one" };
  await client.query("START TRANSACTION");
  const both = await Promise.allSettled([client.query("select 1 / 0"), client.query(named)]);
  // The second is refused for what the first failed of, and says so: it may be heard first.
  for (const it of both) expect(it).toMatchObject({ status: "rejected", reason: { message: "division by zero" } });
  await client.query("ROLLBACK");
  expect((await client.query(named)).rows).toEqual([{ one: 1 }]);
  client.release();
  await database.destroy();
});

test("if a transaction cannot begin, the connection is closed: nothing is written outside of it", async () => {
  const { database, client } = await connectedTo();
  await client.query("begin");
  await expect(client.query("select 1 / 0")).rejects.toThrow("division by zero");
  // Refused, as the one before it failed and did not end.
  await client.query("START TRANSACTION");
  await client.query("rollback").catch(() => {});
  await expect(client.query("select 1")).rejects.toThrow(/Connection terminated|not queryable/);
  client.release(true);
  await database.destroy();
});
