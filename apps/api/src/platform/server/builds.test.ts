import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { keepServed, swapBuilds } from "./builds.ts";

const home = mkdtempSync(join(tmpdir(), "builds-"));
afterAll(() => rmSync(home, { recursive: true }));

const dist = join(home, "dist");
const day = 24 * 3_600_000;

/** A build, made aside, of files by their path. */
function build(files: Record<string, string>) {
  for (const folder of ["client/assets", "english/assets", "team/assets", "server/assets"])
    mkdirSync(join(home, "next", folder), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(home, "next", file), text);
  return join(home, "next");
}

const served = () =>
  ["client/assets", "former"]
    .flatMap((folder) => readdirSync(join(dist, folder)))
    .toSorted((a, b) => a.localeCompare(b));

test("files of a former build are served for a week after it was replaced, however old, and not longer", () => {
  const now = Date.now();
  swapBuilds(dist, build({ "client/index.html": "1", "client/assets/a1.js": "a", "server/assets/s1.js": "s" }), now);
  expect(served()).toEqual(["a1.js"]);
  // In use for a month, then replaced.
  swapBuilds(dist, build({ "client/index.html": "2", "client/assets/b2.js": "b" }), now + 30 * day);
  expect(readFileSync(join(dist, "client/index.html"), "utf8")).toBe("2");
  expect(served()).toEqual(["a1.js", "b2.js"]);
  swapBuilds(dist, build({ "client/assets/c3.js": "c", "client/assets/b2.js": "b" }), now + 36 * day);
  expect(served().filter((file, index, all) => all.indexOf(file) === index)).toEqual(["a1.js", "b2.js", "c3.js"]);
  swapBuilds(dist, build({ "client/assets/c3.js": "c" }), now + 38 * day);
  expect([...new Set(served())]).toEqual(["b2.js", "c3.js"]);
  expect(existsSync(join(home, "next"))).toBe(false);
  expect(existsSync(`${dist}-out`)).toBe(false);
});

test("a process started before the swap still finds the pages that it has not rendered yet", () => {
  const now = Date.now();
  rmSync(dist, { recursive: true, force: true });
  swapBuilds(dist, build({ "server/assets/page1.js": "1" }), now);
  swapBuilds(dist, build({ "server/assets/page2.js": "2" }), now);
  expect(readdirSync(join(dist, "server/assets"))).toEqual(["page1.js", "page2.js"]);
});

test("files of a former archive are served for a week after another took its place, and not longer", () => {
  const now = Date.now();
  const kept = join(home, "kept");
  const started = (file: string, days: number) => {
    const folder = build({ [`client/assets/${file}`]: file });
    keepServed(folder, kept, now + days * day);
    rmSync(folder, { recursive: true });
  };
  started("a1.js", 0);
  // Once more, as the machine was.
  started("a1.js", 30);
  started("b2.js", 31);
  started("b2.js", 36);
  expect(readdirSync(kept).toSorted((a, b) => a.localeCompare(b))).toEqual(["a1.js", "b2.js"]);
  started("b2.js", 38);
  expect(readdirSync(kept)).toEqual(["b2.js"]);
});
