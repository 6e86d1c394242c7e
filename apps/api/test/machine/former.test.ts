import { readFileSync, writeFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../site/demo.ts";
import { statementsSent } from "./sent.ts";

/**
 * While processes are replaced one by one, the former version goes on asking on the tables of the new one. What it asks
 * is recorded at a release: `npm run db:former` writes `former.json`. A column or a table that it names leaves one release
 * later than the last statement that names it.
 */
interface Former {
  columns: Record<string, string[]>;
  statements: string[];
}

const api = seededApi();
const file = new URL("former.json", import.meta.url);
let former: Former;

beforeAll(async () => {
  if (process.env.RECORD_FORMER) await record();
  former = JSON.parse(readFileSync(file, "utf8")) as Former;
});

async function record() {
  const { named, nameless } = await statementsSent(api);
  // Statements of TypeORM name columns, which are listed apart.
  const written = [...nameless].filter((text) => /^\s*(select|with)\b/i.test(text) && !/^SELECT "/.test(text));
  const statements = [
    ...new Set([...named.values(), ...written].map((text) => text.replaceAll(/\n\s+/g, "\n").trim())),
  ];
  const columns = Object.fromEntries(
    api.database.entityMetadatas
      .map((it) => [it.tableName, it.columns.map(({ databaseName }) => databaseName).toSorted()] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
  writeFileSync(file, `${JSON.stringify({ columns, statements: statements.toSorted() }, null, 1)}\n`);
}

test("the tables that the former version reads and writes are there, with all columns that it names", async () => {
  const found = await api.database.query<{ table: string; column: string }[]>(
    `select table_name as "table", column_name as "column" from information_schema.columns where table_schema = 'public'`,
  );
  const there = new Set(found.map(({ table, column }) => `${table}.${column}`));
  const named = Object.entries(former.columns).flatMap(([table, all]) => all.map((column) => `${table}.${column}`));
  expect(named.length).toBeGreaterThan(500);
  expect(named.filter((it) => !there.has(it))).toEqual([]);
});

test("a row that the former version writes, without the columns of since, is a whole one", async () => {
  const needed = await api.database.query<{ table: string; column: string }[]>(
    `select table_name as "table", column_name as "column" from information_schema.columns
     where table_schema = 'public' and is_nullable = 'NO' and column_default is null
       and is_identity = 'NO' and is_generated = 'NEVER'`,
  );
  const missing = needed.filter(
    ({ table, column }) => former.columns[table] && !former.columns[table].includes(column),
  );
  expect(missing).toEqual([]);
});

test("what pages of the former version ask is understood by the tables of this one", async () => {
  expect(former.statements.length).toBeGreaterThan(200);
  const refused: string[] = [];
  for (const text of former.statements)
    // oxlint-disable-next-line no-await-in-loop -- on one connection
    await api.database
      .query(`explain (generic_plan) ${text}`)
      .catch(({ message }: Error) => refused.push(`${message}: ${text.slice(0, 200)}`));
  expect(refused.join("\n")).toBe("");
});
