import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { wordsOf } from "./asked.ts";

const root = new URL("../../../../", import.meta.url);
const usage = "npm run verify -- [--repair]";
const read = (args: string[], env = {}) => wordsOf(usage, { repair: { type: "boolean" } }, 1, args, env);

test("what a command does not know is refused, with how the command is written", () => {
  expect(read(["a", "--repair", "--empty"]).values).toMatchObject({ repair: true, empty: true });
  for (const args of [["--repiar"], ["a", "b"], ["--repair=yes"]])
    expect(() => read(args)).toThrow(/^[^\n]+\. This is how it is written: npm run verify -- \[--repair\]\.$/);
});

test("a flag that npm kept for itself is refused: the command would do another thing than what was asked", () => {
  expect(() => read([], { npm_config_empty: "true" })).toThrow("npm kept --empty for itself");
  expect(() => read([], { npm_config_repair: "true" })).toThrow("npm kept --repair for itself");
  expect(() => read([], { npm_config_audit: "true" })).not.toThrow();
});

const commands = [
  ...["main", "backup", "restore", "upgrade", "down", "rotate", "erasures", "digest"].map((name) => `${name}.ts`),
  "domain/tell/overview/verify.ts",
  "import/cli.ts",
  "domain/ground/moderation/verify.ts",
  "../../../scripts/login-link.ts",
];

test.each(commands)(
  "%s does nothing when a flag is misspelt, and says so in one line",
  (name) => {
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    const env = { PATH, NODE_COMPILE_CACHE, DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" };
    const { status, stdout, stderr } = spawnSync(process.execPath, [`apps/api/src/${name}`, "--mispelt"], {
      cwd: root,
      env,
      encoding: "utf8",
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^Unknown option '--mispelt'\. This is how it is written: npm [^\n]+\.\n$/);
  },
  60_000,
);

test("a form that is not there is named, without a trace of our sources", () => {
  const cli = "apps/api/src/domain/listen/form/cli.ts";
  const { status, stderr } = spawnSync(process.execPath, [cli, "/none.xlsx"], { cwd: root, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 1, stderr: "  /none.xlsx is not there.\n" });
}, 60_000);
