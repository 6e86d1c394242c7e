import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { DataSource } from "typeorm";
import { openDatabase } from "./database.ts";

let database: DataSource;
beforeAll(async () => {
  database = await openDatabase(inject("admin"), { entities: [], migrations: [] });
});
afterAll(() => database.destroy());

test("rows of columns of the same names are read by the types of each statement", async () => {
  const values = ["1", "'1'::text", "1::int8", "'2026-01-01'::date", "null::int", "true", `'{"a": 1}'::json`];
  for (let times = 0; times < 2; times++) {
    const rows = await Promise.all(values.map((value) => database.query<object[]>(`select ${value} as it`)));
    const found = [1, "1", 1, "2026-01-01", null, true, { a: 1 }];
    expect(rows).toEqual(found.map((it) => [{ it }]));
  }
});

test("rows of one statement share nothing: what is written to one is in no other", async () => {
  const ask = () => database.query<Record<string, number>[]>("select n, 7 as seven from generate_series(1, 2) n");
  const [first] = await ask();
  Object.assign(first!, { seven: 8, more: 9 });
  expect(await ask()).toEqual([
    { n: 1, seven: 7 },
    { n: 2, seven: 7 },
  ]);
});

test("of two columns of one name the last is read, also where it is null; a row without columns is one", async () => {
  expect(await database.query("select 1 as it, null as it")).toEqual([{ it: null }]);
  expect(await database.query("select from generate_series(1, 2)")).toEqual([{}, {}]);
});
