import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
