import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { home } from "./folders.ts";

test("what outlives a stop is kept where DATA_FOLDER says, which is made if need be", () => {
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
