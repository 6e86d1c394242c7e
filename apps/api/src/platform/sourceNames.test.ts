import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { mapped, withSourceNames } from "./sourceNames.ts";

const mappings = "AAAA;AACA,SAASA,KAAK;;ACFd,IAAI;AACJ,MAAM,OCAN";

test("a place in the one file is in the source and line that Node's own reader of maps finds", () => {
  const read = new SourceMap({ version: 3, file: "x.js", sources: ["a", "b", "c"], names: ["n"], mappings } as never);
  for (const line of [0, 1, 3, 4])
    for (let column = 0; column < 25; column++) {
      const { originalSource, originalLine } = read.findEntry(line, column) as never as Record<string, unknown>;
      const found = mapped(mappings, line, column);
      expect([line, column, ["a", "b", "c"][found!.source], found!.line]).toEqual([
        line,
        column,
        originalSource,
        originalLine,
      ]);
    }
  expect(mapped(mappings, 2, 0)).toBe(null);
  expect(mapped(mappings, 9, 0)).toBe(null);
});

test("a trace names sources; a file that has no map is named as it is", () => {
  const folder = mkdtempSync(join(tmpdir(), "cahier-map-"));
  const file = join(folder, "x.js");
  writeFileSync(`${file}.map`, JSON.stringify({ sources: ["one.ts", "two.ts", "three.ts"], mappings }));
  const made = pathToFileURL(file).href;
  const trace = withSourceNames(`Error: no\n    at f (${made}:5:2)\n    at ${made.replace("x.js", "y.js")}:5:2`)!;
  expect(trace).toMatch(/^Error: no\n {4}at f \(\S*two\.ts:\d+\)\n {4}at file:\S*y\.js:5:2$/);
  rmSync(folder, { recursive: true });
});
