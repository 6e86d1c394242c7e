import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { withFileLock } from "./fileLock.ts";

const home = mkdtempSync(join(tmpdir(), "file-lock-"));
afterAll(() => rmSync(home, { recursive: true }));

/** A process that adds one to a number, slowly, when its turn comes. */
const adding = (name: string) => {
  const module = new URL("fileLock.ts", import.meta.url).href;
  const script = `
    import { readFileSync, writeFileSync } from "node:fs";
    import { setTimeout } from "node:timers/promises";
    const { withFileLock } = await import(${JSON.stringify(module)});
    const [lock, count] = process.argv.slice(1);
    await withFileLock(lock, async () => {
      const now = Number(readFileSync(count, "utf8"));
      await setTimeout(30);
      writeFileSync(count, String(now + 1));
    });`;
  return spawn(process.execPath, ["--input-type=module", "-e", script, join(home, name), join(home, `${name}-count`)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
};

/** Number that so many processes come to, all begun at once. */
async function counted(name: string, processes: number) {
  writeFileSync(join(home, `${name}-count`), "0");
  const codes = await Promise.all(Array.from({ length: processes }, () => once(adding(name), "exit")));
  expect(codes.map(([code]) => code)).toEqual(Array(processes).fill(0));
  return Number(readFileSync(join(home, `${name}-count`), "utf8"));
}

test("of several processes that begin at once, one at a time does its work, and nothing is left behind", async () => {
  expect(await counted("begun", 5)).toBe(5);
  expect(existsSync(join(home, "begun"))).toBe(false);
});

test("a process that dies during its turn keeps nobody waiting: one other takes it", async () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  writeFileSync(join(home, "died"), String(pid));
  expect(await counted("died", 4)).toBe(4);
});

test("work that fails gives its turn back", async () => {
  const file = join(home, "failed");
  await expect(withFileLock(file, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await withFileLock(file, () => Promise.resolve("done"))).toBe("done");
});
