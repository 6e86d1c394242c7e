import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { withSourceNames } from "./sourceNames.ts";

const mappings = "AAAA;AACA,SAASA,KAAK;;ACFd,IAAI;AACJ,MAAM,OCAN";

test("a trace names sources and their lines; a file that has no map, and what is none, stay as they are", () => {
  const folder = mkdtempSync(join(tmpdir(), "cahier-map-"));
  const file = join(folder, "x.js");
  writeFileSync(`${file}.map`, JSON.stringify({ version: 3, sources: ["one.ts", "two.ts", "three.ts"], mappings }));
  const made = pathToFileURL(file).href;
  const trace = `Error: no\n    at f (${made}:2:3)\n    at g (${made}:5:2)\n    at ${made.replace("x.js", "y.js")}:5:2\nfile:///a%2Fb.js:1:1`;
  expect(withSourceNames(trace)).toMatch(
    /^Error: no\n {4}at f \(\S*one\.ts:2\)\n {4}at g \(\S*two\.ts:1\)\n {4}at file:\S*y\.js:5:2\nfile:\/\/\/a%2Fb\.js:1:1$/,
  );
  rmSync(folder, { recursive: true });
});
