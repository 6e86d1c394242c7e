import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { home } from "./folders.ts";

test("data that outlives a restart is kept in DATA_FOLDER, which is made if need be", () => {
  const [before, under] = [process.env.DATA_FOLDER, mkdtempSync(join(tmpdir(), "home-"))];
  try {
    delete process.env.DATA_FOLDER;
    const ours = home();
    process.env.DATA_FOLDER = join(under, "data");
    expect(home()).toBe(join(under, "data"));
    expect(ours).not.toBe(home());
  } finally {
    if (before === undefined) delete process.env.DATA_FOLDER;
    else process.env.DATA_FOLDER = before;
    rmSync(under, { recursive: true });
  }
});

test.each([
  ["/proc/a/b", "no folder can be made there"],
  ["in the way/b", "a file stands in its place, or in the way"],
  ["in the way", "a file stands in its place, or in the way"],
])("where nothing can be kept in %s, it is said at once and by its setting: %s", (name, why) => {
  const [before, under] = [process.env.DATA_FOLDER, mkdtempSync(join(tmpdir(), "home-"))];
  try {
    writeFileSync(join(under, "in the way"), "");
    process.env.DATA_FOLDER = resolve(under, name);
    expect(home).toThrow(`DATA_FOLDER=${resolve(under, name)} can't be written in: ${why}.`);
  } finally {
    if (before === undefined) delete process.env.DATA_FOLDER;
    else process.env.DATA_FOLDER = before;
    rmSync(under, { recursive: true });
  }
});
