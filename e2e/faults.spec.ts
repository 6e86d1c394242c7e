import { execFile } from "node:child_process";
import { expect, test } from "@playwright/test";

test("what was acknowledged outlives kill -9 and lost answers, once; and a database that forgets is found out", async () => {
  test.setTimeout(600_000);
  const { code, said } = await faults();
  expect(said).toMatch(/^kill -9 .*: \d+ acknowledged, 0 lost, 0 doubled/m);
  expect(said).toMatch(/^the wire to the database mute: \d+ acknowledged, 0 lost, 0 doubled/m);
  expect(said).toMatch(/^broken: a database that acknowledges too soon: \d+ acknowledged, [1-9]\d* lost, 0 doubled/m);
  expect(said).toMatch(/^broken: another key at each try: \d+ acknowledged, 0 lost, [1-9]\d* doubled/m);
  expect(code, said).toBe(0);
});

const faults = () =>
  new Promise<{ code: number; said: string }>((done) => {
    const child = execFile(
      process.execPath,
      ["scripts/faults/faults.ts", "--short"],
      { cwd: `${import.meta.dirname}/..` },
      (_, out, err) => done({ code: child.exitCode ?? 1, said: out + err }),
    );
  });
