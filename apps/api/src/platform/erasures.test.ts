import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DataSource } from "typeorm";
import { afterAll, expect, test } from "vitest";
import { erasuresIn, keepErasures } from "./erasures.ts";

const folder = mkdtempSync(join(tmpdir(), "erasures-"));
afterAll(() => rmSync(folder, { recursive: true }));

const told = ["a", "b"].map((subjectId) => ({ event: "response.withdrawn", subjectId, data: {} }));
const erases = { "response.withdrawn": async () => true };

test("a line that a full disk left unfinished stops nothing: the erasure is written again, on a line of its own", async () => {
  const file = join(folder, "erasures");
  const [first, second] = told.map((one) => JSON.stringify(one));
  writeFileSync(file, `${first}\n${second!.slice(0, 20)}`);
  const database = { manager: { query: async () => told } } as unknown as DataSource;
  expect(await keepErasures(database, file, erases)).toEqual({ again: 0, added: 1 });
  expect(erasuresIn(file)).toEqual(told);
  expect(await keepErasures(database, file, erases)).toEqual({ again: 0, added: 0 });
  expect(readFileSync(file, "utf8").split("\n")).toHaveLength(4);
});

test("a file of another kind is refused rather than taken for one without erasures", () => {
  const file = join(folder, "other");
  writeFileSync(file, "one,two\n1,2\n");
  expect(() => erasuresIn(file)).toThrow(`${file} is no file of erasures.`);
});
