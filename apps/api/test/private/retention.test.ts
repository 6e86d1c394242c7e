import { kept } from "@cahier/schema/retention";
import { expect, test } from "vitest";
import { purges } from "../../src/app.ts";
import { testApi } from "../site/api.ts";
import { choices, impersonal, impersonalColumns } from "./personal.ts";

const api = testApi();

test("every column that may hold something of somebody has its line in the description of what is kept", async () => {
  const columns = await api.database.query<{ table: string; column: string }[]>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     where c.table_schema = 'public' and c.data_type in ('text', 'jsonb', 'bytea', 'ARRAY', 'tsvector')
     order by 1, 2`,
  );
  const described = new Set<string>(Object.values(kept).flatMap(({ holds }) => holds));
  const missing = columns.filter(
    ({ table, column }) =>
      !described.has(`${table}.${column}`) &&
      !described.has(`${table}.*`) &&
      !(table in impersonal) &&
      !(`${table}.${column}` in impersonalColumns) &&
      !choices.test(column),
  );
  expect(missing.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
});

test("the description and its exceptions speak of columns that are there", async () => {
  const columns = await api.database.query<{ table: string; column: string }[]>(
    `select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'`,
  );
  const there = new Set(columns.flatMap(({ table, column }) => [table, `${table}.*`, `${table}.${column}`]));
  const said = [
    ...Object.values(kept).flatMap(({ holds }) => holds),
    ...Object.keys({ ...impersonal, ...impersonalColumns }),
  ];
  expect(said.filter((one) => !there.has(one))).toEqual([]);
});

test("what is described as removed after a time has its purge, and no purge removes what is not described", () => {
  const timed = Object.entries(kept).flatMap(([name, { after }]) => (after ? [name] : []));
  expect([...new Set(purges.map(([name]) => name))].toSorted()).toEqual(timed.toSorted());
});
