import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backups, shapeOf } from "./backups.ts";
import { seededTemplate } from "../site/demo.ts";
import { tables } from "../../src/app.ts";
import { openDatabase } from "../../src/platform/data/database.ts";
import { assertSameMajor } from "../../src/platform/data/postgres.ts";
import { assertSecret } from "../../src/platform/secretMark.ts";
import { backup } from "../../src/platform/backup/backup.ts";
import { checkedBackup, restore } from "../../src/platform/backup/restore.ts";
import { upgrade } from "../../src/platform/backup/upgrade.ts";

const { folder, emptyDatabase, formerDatabase } = backups();

test("a restore that was cut leaves nothing that starts, and is done again whole: of the version before, it becomes what the migrations of since make of it", async () => {
  const all = (tables.migrations as Function[]).length;
  const { before, url: former } = await formerDatabase(1, await seededTemplate());
  await assertSecret(before);
  const [{ texts }] = await before.query("select count(*)::int as texts from contribution");
  await before.destroy();
  const { file, manifest } = await backup(former, join(folder, "before"));
  expect(manifest.migrations).toHaveLength(all - 1);
  const url = await emptyDatabase();
  const checked = await checkedBackup(file, null);
  const cut = {
    ...checked,
    rowsOf: (table: (typeof checked.manifest.tables)[0]) => (table.name > "m" ? gone() : checked.rowsOf(table)),
  };
  await expect(restore(url, cut, tables)).rejects.toThrow("the machine stopped");
  const half = await openDatabase(url, tables, { patient: true });
  await expect(assertSecret(half)).rejects.toThrow(/A restore of this database was cut/);
  expect(await half.query("select from contribution limit 1")).toEqual([]);
  await half.destroy();
  const now = await restore(url, checked, tables);
  checked.close();
  await assertSecret(now);
  const counted =
    "select (select count(*)::int from migrations) as migrations, (select count(*)::int from contribution) as texts";
  expect(await now.query(counted)).toEqual([{ migrations: all, texts }]);
  expect(texts).toBeGreaterThan(100);
  await now.destroy();
});

async function* gone(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array();
  throw new Error("the machine stopped");
}

test("an upgrade is made whole or not at all, and its sentence is the one of what failed", async () => {
  const all = tables.migrations as Function[];
  const { before, url } = await formerDatabase(2);
  const state = async () => ({
    shape: await shapeOf(before),
    made: (await before.query("select count(*) from migrations"))[0].count,
  });
  const was = await state();
  class Fails1899999999999 {
    up = (db: { query: (text: string) => Promise<unknown> }) => db.query("select nothing from nowhere");
    down = () => Promise.resolve();
  }
  const fine = () => Promise.resolve();
  await expect(upgrade(url, { ...tables, migrations: [...all, Fails1899999999999] }, fine)).rejects.toThrow(/nowhere/);
  expect(await state()).toEqual(was);
  await expect(upgrade(url, tables, () => Promise.reject(new Error("does not hold")))).rejects.toThrow("does not hold");
  expect(await state()).toEqual(was);
  // An operator who goes back later names the last one of the version before.
  const [{ name: last }] = await before.query("select name from migrations order by id desc limit 1");
  const done = await upgrade(url, tables, fine);
  expect(done.made).toHaveLength(2);
  expect(done.before).toBe(last);
  expect((await state()).made).toBe(was.made + 2);
  expect((await upgrade(url, tables, fine)).made).toEqual([]);
  await before.destroy();
});

test("a cluster of another major version of PostgreSQL is refused, with the way to bring it along", () => {
  writeFileSync(join(folder, "PG_VERSION"), "17\n");
  expect(() => assertSameMajor(folder, { stdout: "postgres (PostgreSQL) 18.4" })).toThrow(
    /was made by PostgreSQL 17, and this version brings 18: run npm run backup/,
  );
  assertSameMajor(folder, { stdout: "postgres (PostgreSQL) 17.9" });
});
