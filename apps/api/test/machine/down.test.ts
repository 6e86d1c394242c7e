import { readdirSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { tables } from "../../src/app.ts";
import { down } from "../../src/platform/backup/down.ts";
import { upgrade } from "../../src/platform/backup/upgrade.ts";
import { seededApi } from "../site/demo.ts";

const api = seededApi();
let url: string;
beforeAll(() => void ({ url } = api.database.options as { url: string }));

const names = async () =>
  (await api.database.query<{ name: string }[]>("select name from migrations order by id")).map(({ name }) => name);
const drift = async () => (await api.database.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);
const fine = () => Promise.resolve();

test("a site with people in it goes back to the tables of before, all of them or none, and forth again", async () => {
  const all = await names();
  const kept: string[][] = [];
  const keep = async (back: string[]) => kept.push(back);
  class Stays1899999999999 {
    up = () => Promise.resolve();
    down = (db: { query: (text: string) => Promise<unknown> }) => db.query("select nothing from nowhere");
  }
  const more = { ...tables, migrations: [...(tables.migrations as Function[]), Stays1899999999999] };
  await upgrade(url, more, fine);
  await expect(down(url, more, all.at(-3)!)).rejects.toThrow(/nowhere/);
  await expect(down(url, tables, all.at(-3)!, keep)).rejects.toThrow(/^Stays1899999999999 was made by a later version/);
  expect(await names()).toHaveLength(all.length + 1);
  await api.database.query("delete from migrations where name like 'Stays%'");

  await expect(down(url, tables, "Unheard1", keep)).rejects.toThrow(
    `Unheard1 was never run here: the last one is ${all.at(-1)}.`,
  );
  expect(await down(url, tables, all.at(-1)!, keep)).toEqual([]);
  // Nothing is kept by a backup before it is known that something can be taken back.
  expect(kept).toEqual([]);
  // An operator who goes back has the version of before at hand: the file says it too.
  const files = readdirSync(new URL("../../src/migrations", import.meta.url)).filter((name) => /^\d/.test(name));
  expect(await down(url, tables, files.toSorted().at(-1)!)).toEqual([]);
  expect(await down(url, tables, null, keep)).toEqual([all.at(-1)]);
  expect(kept).toEqual([[all.at(-1)]]);
  expect(await down(url, tables, all[0]!)).toEqual(all.slice(1, -1).toReversed());
  expect((await upgrade(url, tables, fine)).made).toEqual(all.slice(1));
  expect(await drift()).toEqual([]);
});
