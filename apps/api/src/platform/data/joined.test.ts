import type { EntityManager } from "typeorm";
import { expect, test } from "vitest";
import { joiner, mostJoints } from "./joined.ts";

test("what is asked together is planned once: its ids stand behind sub-selects, but for those that decide of the plan", async () => {
  const texts: string[] = [];
  const query = ({ text }: { text: string }) => {
    texts.push(text);
    return Promise.resolve({ rows: [{ 0: [], 1: [] }] });
  };
  const db = { connection: { driver: { master: { query } } } } as unknown as EntityManager;
  const together = async (first: string, second: string) => {
    const joined = joiner(db);
    await Promise.all([joined("a", first, [["x"], ["y"]]), joined("b", second, [["z"]])]);
    return texts.at(-1);
  };
  const one = (text: string, at: number) => `(select coalesce(json_agg(t), '[]') from (${text}) t) as "${at}"`;
  const seen = "select 1 where a = any($1::uuid[]) and ($2::uuid[] is null or b = any($2::uuid[]))";
  const moved = "select 1 where a = any((select $1::uuid[])::uuid[]) and ($2::uuid[] is null or b = any($2::uuid[]))";
  const own = "select 2 where a = any(cast($1 as uuid[]))";
  const both = `select ${one(moved, 0)}, ${one(own.replace("$1", "$3"), 1)}`;
  expect(await together(seen, own)).toBe(both);
  expect(await together(seen, own)).toBe(both);
  // Another statement under a name that was seen is asked as it is.
  const behind = "select 2 where a = any((select $3::uuid[])::uuid[])";
  expect(await together(seen, "select 2 where a = any($1::uuid[])")).toBe(`select ${one(moved, 0)}, ${one(behind, 1)}`);
});

test("whatever a stranger asks together, PostgreSQL is given no more names of joint statements than a bound", async () => {
  const names: string[] = [];
  const query = ({ name, text }: { name: string; text: string }) => {
    names.push(name);
    const lists = [...text.matchAll(/ as "(\d+)"/g)].map(([, at]) => [at, [{ of: name }]]);
    return Promise.resolve({ rows: lists.length > 0 ? [Object.fromEntries(lists) as object] : [{ of: name }] });
  };
  const db = { connection: { driver: { master: { query } } } } as unknown as EntityManager;
  const together = (...asked: string[]) => {
    const joined = joiner(db);
    return Promise.all(asked.map((name) => joined<{ of: string }>(name, `select '${name}' as of`)));
  };
  for (let at = 0; at < mostJoints + 20; at++) await together("all", `one ${at}`);
  const joints = names.filter((name) => name.includes(" + "));
  expect(new Set(joints).size).toBeLessThanOrEqual(mostJoints);
  // A statement without a name is asked apart, and those with one still together.
  expect(await together("all", `one ${mostJoints + 19}`)).toEqual([
    [{ of: "all" }],
    [{ of: `one ${mostJoints + 19}` }],
  ]);
  expect(await together("all", "one 0")).toEqual([[{ of: "all + one 0" }], [{ of: "all + one 0" }]]);
});
