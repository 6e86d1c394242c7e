import { execFile, spawnSync } from "node:child_process";
import { expect, test } from "@playwright/test";

test("two processes behind nginx are one site: sessions, files, kept pages, mails, limits, and one restart after the other", async () => {
  test.skip(spawnSync("nginx", ["-v"]).status !== 0, "There is no nginx on this machine.");
  test.setTimeout(600_000);
  const said = await machines();
  expect(said).not.toContain("NOT HELD");
  expect(said.match(/^2 processes, /gm), said).toHaveLength(7);
});

const machines = () =>
  new Promise<string>((done) => {
    const args = ["scripts/faults/machines.ts", "--processes", "2"];
    execFile(process.execPath, args, { cwd: `${import.meta.dirname}/..` }, (_, out, err) => done(out + err));
  });
