import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { snake } from "../src/platform/data/naming.ts";

/** Code that runs on a site: neither what fills a demonstration nor what feeds it from files. */
const source = new URL("../src/", import.meta.url);
const code = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !/\.test\.ts$|^(?:seed|import|migrations)\//.test(path))
  .map((path) => readFileSync(new URL(path, source), "utf8"))
  .join("\n");

/** Tables by the object that declares them. */
const declared = [...code.matchAll(/export const (\w+) = new EntitySchema[^(]*\(\{\s*name: "(\w+)"(?:,\s*tableName: "(\w+)")?/g)].map(
  ([, object, name, table]) => ({ object: object!, table: table ?? snake(name!) }),
);

/** True if a statement or the mapper adds rows to it. */
function isWritten({ object, table }: { object: string; table: string }) {
  const sql = new RegExp(`\\binsert into "?${table}"?[\\s(]`);
  const mapper = new RegExp(
    `(?:\\.(?:insert|upsert|save|into)\\(|\\binsert(?:Once|All)\\([\\w.]+,)\\s*${object}\\b|getRepository\\(${object}\\)`,
  );
  return sql.test(code) || mapper.test(code);
}

test("every table has a writer on a site, so that nothing waits for a seed or an import", () => {
  expect(declared.length).toBeGreaterThan(90);
  expect(declared.filter((table) => !isWritten(table)).map(({ table }) => table)).toEqual([]);
});
