import { expect, test } from "vitest";
import { configOf } from "../config.ts";
import { assertRecent } from "./database.ts";
import { startErrorOf } from "./startError.ts";
import { runningAt, runningOrigin } from "./running.ts";

const config = configOf({ PORT: "4000", DATABASE_URL: "postgres://me:s3cret@db.example:5433/cahier" });
const coded = (code: string, message = "x") => Object.assign(new Error(message), { code });

test("the reason why the site does not start is told in one sentence, without a secret", () => {
  const sentences = [
    startErrorOf(coded("EADDRINUSE"), config),
    startErrorOf(coded("ENOSPC"), config),
    startErrorOf(
      Object.assign(new Error("initdb failed"), { stderr: "could not write: No space left on device" }),
      config,
    ),
    startErrorOf(coded("ECONNREFUSED", "connect ECONNREFUSED"), config),
    startErrorOf(coded("28P01", "password authentication failed"), config),
    startErrorOf(coded("3D000", 'database "cahier" does not exist'), config),
  ];
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^[A-Z][^\n]+\.$/);
    expect(sentence).not.toMatch(/s3cret/);
  }
  expect(sentences[3]).toContain("db.example:5433/cahier");
});

test("a file or a folder that can't be used is named, with what is the matter", () => {
  const told = (code: string, syscall: string) =>
    startErrorOf(Object.assign(coded(code), { path: "/srv/key", syscall }), config);
  for (const code of ["ENOENT", "EISDIR", "EEXIST", "ENOTDIR", "EACCES", "EPERM", "EROFS"])
    expect(told(code, "open")).toMatch(/^\/srv\/key (?:is|goes) [^\n]+\.$/);
  expect(told("ENOENT", "connect")).toBeNull();
  expect(startErrorOf(coded("EISDIR"), config)).toBe("What was named is a folder, and a file is needed.");
});

test("a PostgreSQL that is too old is named, with the one that is needed", async () => {
  const runs = (version: string) => assertRecent({ query: async () => [{ version }] as never });
  await expect(runs("18.1 (Debian 18.1-1)")).resolves.toBeUndefined();
  await expect(runs("17.6")).rejects.toThrow("PostgreSQL 18 or later is needed, and DATABASE_URL leads to 17.6");
});

test("the second site to stop leaves the note of the first", () => {
  const before = runningOrigin(); // of a site that runs beside the tests
  const [first, second] = [runningAt("http://one.example"), runningAt("http://two.example", process.ppid)];
  expect(runningOrigin()).toBe("http://two.example");
  second();
  expect(runningOrigin()).toBe("http://one.example");
  first();
  expect(runningOrigin()).toBe(before);
});

test("a bug of the site is not told as a mistake of the operator", () => {
  expect(startErrorOf(new TypeError("x is undefined"), config)).toBeNull();
});
