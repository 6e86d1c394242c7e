import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { snake } from "../../src/platform/data/naming.ts";

/** Code that runs on a site: neither what fills a demonstration nor what feeds it from files. */
const source = new URL("../../src/", import.meta.url);
const code = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !/\.test\.ts$|^(?:seed|import|migrations)\//.test(path))
  .map((path) => readFileSync(new URL(path, source), "utf8"))
  .join("\n");

/** Tables by the object that declares them. */
const declared = [
  ...code.matchAll(/export const (\w+) = new EntitySchema[^(]*\(\{\s*name: "(\w+)"(?:,\s*tableName: "(\w+)")?/g),
].map(([, object, name, table]) => ({ object: object!, table: table ?? snake(name!) }));

/** Names of the tables and of the objects that a statement or the mapper adds rows to. */
const writers = [
  /\binsert into "?(\w+)/g,
  /\.(?:insert|upsert|save|into|getRepository)\(\s*(\w+)/g,
  /\binsert(?:Once|All)\(\s*[\w.]+,\s*(\w+)/g,
];
const written = new Set(writers.flatMap((writer) => [...code.matchAll(writer)].map(([, name]) => name!)));

/** Tables that something else writes, and what. */
const elsewhere: Record<string, string> = {
  account: "the library that signs people in",
  verification: "the library that signs people in",
};

test("every table has a writer on a site, so that nothing waits for a seed or an import", () => {
  expect(declared.length).toBeGreaterThan(90);
  const lacking = declared.filter(({ object, table }) => !written.has(table) && !written.has(object));
  expect(lacking.map(({ table }) => table).toSorted()).toEqual(Object.keys(elsewhere).toSorted());
});
