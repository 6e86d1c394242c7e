import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { visitor } from "../../src/platform/viewer.ts";
import { testApi } from "../site/api.ts";

const api = testApi();
const source = new URL("../../src/", import.meta.url);
const id = "00000000-0000-7000-8000-000000000000";

/** A value that passes for any object, function or list. */
const anything: any = new Proxy(() => anything, {
  get(_, key) {
    if (key === Symbol.toPrimitive) return () => "1";
    if (key === Symbol.iterator) return () => [anything][Symbol.iterator]();
    return key === "then" ? undefined : anything;
  },
});

/** Calls every function that reads, on a fake database; answers with the named statements they send, and those that go with others. */
async function statementsSent() {
  const sent = new Map<string, Set<string>>();
  const withOthers = new Set<string>();
  const query = ({ name, text }: { name: string; text: string }) => {
    sent.set(name, (sent.get(name) ?? new Set()).add(text));
    return Promise.resolve({ rows: [anything] });
  };
  const { database } = api;
  const connection = {
    driver: { master: { query } },
    getMetadata: database.getMetadata.bind(database),
    query: () => Promise.resolve([anything]),
  };
  const batch = (_: string, load: (ids: string[]) => unknown) => async (one: string) => {
    await load([one]);
    return anything;
  };
  const kept = async (_: string, read: () => unknown) => {
    await read();
    return anything;
  };
  const db: any = new Proxy(
    { connection },
    { get: (it, key) => (key === "queryRunner" ? undefined : key in it ? it.connection : anything) },
  );
  const context = {
    db,
    manager: db,
    connection,
    batch,
    kept: batch,
    reference: kept,
    found: kept,
    load: () => Promise.resolve(anything),
    joined: async (name: string, text: string) => {
      withOthers.add(name);
      return (await query({ name, text })).rows;
    },
    viewer: { ...visitor, id, has: () => true },
    now: new Date(),
  };
  for (const file of globSync("{domain,platform}/**/*.ts", { cwd: source }).toSorted()) {
    if (
      file.endsWith(".test.ts") ||
      !/\b(prepared|rowsOf|linked|joined|rowsJoined)[<(]/.test(readFileSync(new URL(file, source), "utf8"))
    )
      continue;
    const module = (await import(new URL(file, source).href)) as Record<string, unknown>;
    for (const read of Object.values(module)) {
      if (typeof read !== "function" || /^class\b/.test(String(read))) continue;
      try {
        const given = await read(context, anything, anything, anything, anything);
        await given?.[Symbol.asyncIterator]?.().next();
      } catch {
        // The fake value was not enough for this function.
      }
    }
  }
  return { sent, withOthers };
}

/** Types that JSON says otherwise than a row does. Instants are read from their words. */
const unsaid = new Set(["bytea", "numeric", "interval", "timestamp without time zone"]);

test("every named statement is one that the tables can answer, and one that goes with others has columns that JSON can say", async () => {
  // Statements whose name or text depends on an argument are tested in their own rooms.
  const { sent: all, withOthers } = await statementsSent();
  const sent = [...all].filter(([name]) => !/(^| )1?$/.test(name));
  expect(sent.length).toBeGreaterThan(200);
  expect(withOthers.size).toBeGreaterThan(40);
  const wrong: string[] = [];
  const said = "select result_types::text[] as types from pg_prepared_statements where name = 'named'";
  const runner = api.database.createQueryRunner();
  for (const [name, texts] of sent)
    for (const text of texts)
      await runner.query(`prepare named as ${text}`).then(
        async () => {
          const [{ types }] = (await runner.query(said)) as [{ types: string[] }];
          if (withOthers.has(name) && types.some((type) => unsaid.has(type)))
            wrong.push(`${name}: ${types.join(", ")}`);
          return runner.query("deallocate named");
        },
        (error: Error) => wrong.push(`${name}: ${error.message}`),
      );
  await runner.release();
  expect(wrong).toEqual([]);
});

test("a day is that of the groups: nothing asks for the current_date of the database's server", () => {
  const files = globSync("{domain,platform}/**/*.ts", { cwd: source, exclude: ["**/*.test.ts"] });
  const asking = files.filter((file) =>
    /\bcurrent_date\b/.test(readFileSync(new URL(file, source), "utf8").replace(/\/\*\*.*\*\//g, "")),
  );
  expect(asking).toEqual([]);
});
