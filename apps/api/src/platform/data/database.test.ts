import type { Pool } from "pg";
import { afterEach, expect, inject, test, vi } from "vitest";
import { openDatabase } from "./database.ts";

afterEach(() => void vi.useRealTimers());

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
