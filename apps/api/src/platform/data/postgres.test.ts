import { expect, test } from "vitest";
import { testApi } from "../../../test/site/api.ts";

const api = testApi();

test("after a crash PostgreSQL flushes the whole file system in one call, and not each file of the cluster", async () => {
  const [set] = await api.database.query<[{ recovery_init_sync_method: string }]>("show recovery_init_sync_method");
  expect(set.recovery_init_sync_method).toBe(process.platform === "linux" ? "syncfs" : "fsync");
});
