import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { knownAddress, pageParameters } from "./address.ts";

test("parameters that no page reads make no other kept page, nor does their order", () => {
  expect(knownAddress("/contributions?x=1")).toBe("/contributions");
  expect(knownAddress("/contributions?utm_source=a&q=eau&y=?&theme=lait")).toBe("/contributions?q=eau&theme=lait");
  expect(knownAddress("/contributions?theme=lait&q=eau&q=air")).toBe("/contributions?q=eau&theme=lait");
  expect(knownAddress("/contributions?")).toBe("/contributions");
  expect(knownAddress("/contributions?q=l%27eau+%26+le+lait")).toBe("/contributions?q=l%27eau+%26+le+lait");
});

test("every word of a search that a page reads is known", () => {
  const web = join(import.meta.dirname, "../../../../web/src");
  const read = globSync("**/*.{ts,tsx}", { cwd: web, exclude: (path) => /generated|\.test\.ts$/.test(path) })
    .map((file) => readFileSync(join(web, file), "utf8"))
    .filter((text) => /[sS]earchParams/.test(text))
    .flatMap((text) =>
      [...text.matchAll(/(?<!fields\.)\b(?:get|has|chosen)\("([A-Za-z-]+)"\)/g)].map(([, name]) => name!),
    );
  expect([...new Set(read)].filter((name) => !pageParameters.has(name))).toEqual([]);
  expect(read.length).toBeGreaterThan(60);
});
