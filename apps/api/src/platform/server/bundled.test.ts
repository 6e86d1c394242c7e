import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bundled, bundleFolder, hasRoom } from "./bundled.ts";

let root = "";

function write(path: string, text = "export {};") {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Puts a file where one made of these sources stands. */
const make = () => write(`${bundleFolder(root).slice(root.length + 1)}/site.js`);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cahier-bundled-"));
  for (const path of ["package-lock.json", "packages/schema/package.json", "scripts/bundle.ts"]) write(path, "{}");
  for (const path of ["packages/schema/src/limits.ts", "packages/schema/src/meet/meeting.fr.json"]) write(path);
  for (const path of ["apps/api/src/site.ts", "apps/api/src/meet/meeting.ts"]) write(path);
});
afterEach(() => rmSync(root, { recursive: true }));

test("a start runs the one file made of these sources, and none before there is one", () => {
  expect(bundled(root)).toBe(null);
  make();
  expect(bundled(root)).toBe(join(bundleFolder(root), "site.js"));
});

test.each([
  "apps/api/src/meet/meeting.ts",
  "apps/api/src/meet/new.ts",
  "packages/schema/src/limits.ts",
  "packages/schema/src/meet/meeting.fr.json",
  "packages/schema/src/i18n/generated/.made-from",
  "packages/schema/package.json",
  "package-lock.json",
  "scripts/bundle.ts",
])("%s changed: the sources are run", (path) => {
  make();
  write(path, "export const changed = true;");
  expect(bundled(root)).toBe(null);
});

test("sources that are again as they were are run from the one file made of them", () => {
  make();
  write("apps/api/src/new.ts");
  expect(bundled(root)).toBe(null);
  rmSync(join(root, "apps/api/src/new.ts"));
  expect(bundled(root)).not.toBe(null);
});

test("a file that moved is a change; a rule is no part of the site", () => {
  make();
  write("apps/api/src/meet/meeting.test.ts");
  expect(bundled(root)).not.toBe(null);
  renameSync(join(root, "apps/api/src/meet/meeting.ts"), join(root, "apps/api/src/meet/moved.ts"));
  expect(bundled(root)).toBe(null);
});

test("none is made beside a site on a machine of one gigabyte", () => {
  expect([hasRoom(1e9), hasRoom(2e9)]).toEqual([false, true]);
});

test("an archive runs the one it came with", () => {
  write("release.json", "{}");
  make();
  write("apps/api/src/meet/meeting.ts", "export const changed = true;");
  expect(bundled(root)).toBe(join(root, "apps/api/dist/released/site.js"));
});
