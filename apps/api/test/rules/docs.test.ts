import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const at = (path: string) => readFileSync(join(root, path), "utf8");
const files = ["*", "{docs,e2e,scripts}/**/*", "{apps,packages}/*/{src,test,build}/**/*"].flatMap((of) =>
  globSync(of, { cwd: root, exclude: (path) => /(?:^|\/)(?:node_modules|generated)$/.test(path) }),
);
const pages = files.filter((path) => path.endsWith(".md")).map((path) => ({ path, text: at(path) }));
const { scripts } = JSON.parse(at("package.json")) as { scripts: Record<string, string> };

/** Everything that an expression finds in the pages, with its page. */
const said = (expression: RegExp) =>
  pages.flatMap(({ path, text }) => [...text.matchAll(expression)].map(([, what]) => ({ path, what: what! })));

/** Anchor of a heading, as GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");

test("every link of a page leads to a file, and to a heading of it where it names one", () => {
  const links = said(/\]\((?![a-z]+:)([^)\s]+)\)/g);
  expect(links.length).toBeGreaterThan(30);
  const dead = links.filter(({ path, what }) => {
    const [to, anchor] = what.split("#") as [string, string?];
    const file = to ? join(dirname(path), to) : path;
    if (!existsSync(join(root, file))) return true;
    return anchor && ![...at(file).matchAll(/^#+ (.*)$/gm)].some(([, heading]) => anchorOf(heading!) === anchor);
  });
  expect(dead).toEqual([]);
});

/** Commands that stand in a table of them. */
const tabled = () =>
  pages.flatMap(({ path, text }) => {
    const [, rows] = /^\| `npm run …` .*\n\| -.*\n((?:\|.*\n)+)/m.exec(text) ?? [];
    return [...(rows ?? "").matchAll(/^\| `([a-z:-]+)/gm)].map(([, what]) => ({ path, what: what! }));
  });

test("every command that a page names exists, and every command is named by a page", () => {
  const named = [...said(/npm run ([a-z:-]+)/g), ...said(/`((?:perf|db|verify):[a-z]+)/g), ...tabled()];
  expect(named.filter(({ what }) => !scripts[what])).toEqual([]);
  const known = new Set(["start", "test", ...named.map(({ what }) => what)]);
  expect(Object.keys(scripts).filter((name) => !known.has(name))).toEqual([]);
});

test("every file that a page names is there", () => {
  const named = said(/`(?:\.\.\/)?([\w./-]+\.(?:tsx?|mjs|graphql|test|spec))`/g).filter(
    ({ what }) => !what.startsWith("x."),
  );
  expect(named.length).toBeGreaterThan(20);
  const ends = (what: string) => [`/${what}`, `/${what}.ts`, `/${what}.test.ts`];
  const missing = named.filter(({ what }) => !files.some((file) => ends(what).some((end) => `/${file}`.endsWith(end))));
  expect(missing).toEqual([]);
});

test("the house is drawn as it stands: the same wings, and in each the same rooms", () => {
  const drawing = /From the ground up:\n\n((?: {4}.*\n)+)/.exec(at("CONTRIBUTING.md"))![1]!;
  const drawn = Object.fromEntries(
    drawing
      .split(/\n {4}(?=\w)/)
      .map((line) => line.trim().split(/\s+/))
      .map(([wing, ...rooms]) => [wing, rooms.toSorted()]),
  );
  const domain = join(root, "apps/api/src/domain");
  const foldersIn = (folder: string) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  const stands = Object.fromEntries(foldersIn(domain).map((wing) => [wing, foldersIn(join(domain, wing)).toSorted()]));
  expect(drawn).toEqual(stands);
});

test("CONTRIBUTING is two pages: 1,800 words", () => {
  expect(at("CONTRIBUTING.md").split(/\s+/).length).toBeLessThanOrEqual(1800);
});

test("every decision bears its number, its date and its status, and the number of one decision alone", () => {
  const decisions = pages.filter(({ path }) => path.startsWith("docs/decisions/"));
  const numbers = decisions.map(({ path }) => /(\d{4})-/.exec(path)![1]!);
  expect(new Set(numbers).size).toBe(numbers.length);
  const head = (number: string) => new RegExp(`^# ${number} · .+\n\nDate: \\d{4}-\\d\\d-\\d\\d · Status: \\w`);
  expect(decisions.filter(({ text }, index) => !head(numbers[index]!).test(text)).map(({ path }) => path)).toEqual([]);
});
