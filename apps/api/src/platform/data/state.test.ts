import type { EntityManager } from "typeorm";
import { expect, test } from "vitest";
import { endOf } from "./state.ts";

/** A database that answers when told to, by the number of the question. */
function database() {
  const waiting: (() => void)[] = [];
  const query = () =>
    new Promise((done) => {
      const number = waiting.length + 1;
      waiting.push(() => done({ rows: [{ end: String(number) }] }));
    });
  const db = { connection: { driver: { master: { query } } } } as unknown as EntityManager;
  return { db, waiting };
}

/** Until promises that are on their way were followed. */
const followed = () => new Promise((done) => void setImmediate(done));

test("those who come while the end is read are answered together, by a reading that begins after they came", async () => {
  const { db, waiting } = database();
  const first = endOf(db);
  const [second, third] = [endOf(db), endOf(db)];
  expect(waiting).toHaveLength(1);
  waiting[0]!();
  expect(await first).toBe("1");
  await followed();
  expect(waiting).toHaveLength(2);
  const fourth = endOf(db);
  waiting[1]!();
  expect([await second, await third]).toEqual(["2", "2"]);
  await followed();
  waiting[2]!();
  expect(await fourth).toBe("3");
  await followed();
  const fifth = endOf(db);
  expect(waiting).toHaveLength(4);
  waiting[3]!();
  expect(await fifth).toBe("4");
});
