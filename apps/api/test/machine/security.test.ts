import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../../../../", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), "utf8");

/** Rows of the table of promises: what is promised, the tests that hold it, the figure. */
const promises = [...read("SECURITY.md").matchAll(/^\| (?!promise|-)(.+?) +\| (`.+?) +\|$/gm)].map(
  ([, promise, held]) => {
    const [tests = "", figure = ""] = held!.split(" · ");
    return { promise: promise!, tests: [...tests.matchAll(/`([^`]+\.test\.ts)`: ([^;]+)/g)], figure };
  },
);

test("each promise names a test that is there, by its title, and a figure", () => {
  const untrue = promises.flatMap(({ promise, tests, figure }) => [
    ...(tests.length > 0 && figure ? [] : [`${promise}: no test, or no figure`]),
    ...tests.flatMap(([, file, title]) =>
      existsSync(new URL(file!, root)) && read(file!).includes(title!.trim()) ? [] : [`${file}: ${title}`],
    ),
  ]);
  expect(promises.length).toBeGreaterThan(40);
  expect(untrue).toEqual([]);
});

test("the promises about rights, texts, sessions, personal data, logs and disclosure each have a row", () => {
  const told = new Set(promises.flatMap(({ promise }) => /\(([\d, ]+)\)$/.exec(promise)?.[1]?.split(", ") ?? []));
  expect(
    ["16", "17", "18", "19", "21", "22", "25", "27", "28", "29", "30", "32"].filter((it) => !told.has(it)),
  ).toEqual([]);
});
