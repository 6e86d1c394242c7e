import type { EntityManager } from "typeorm";
import { expect, test } from "vitest";
import { joiner, mostJoints } from "./joined.ts";

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
