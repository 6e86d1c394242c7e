import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { faultOf, meant, settings, strangersOf } from "./settings.ts";

test("a name that is nearly a setting is taken for a slip, in a file of settings more readily than in the environment", () => {
  const slips = {
    DATABSE_URL: "DATABASE_URL",
    SMTP_URl: "SMTP_URL",
    PUBLICURL: "PUBLIC_URL",
    BEHIND_PROXXY: "BEHIND_PROXY",
  };
  for (const [name, real] of Object.entries(slips))
    for (const inFile of [true, false]) expect(meant(name, inFile)).toBe(real);
  for (const name of ["SECERT", "DMEO", "PROT", "host", "DEMO_DAET", "BACKUPS_FOLDERS", "DATABASE-URL"])
    expect(meant(name, true)).not.toBeNull();
  const ofMachines = [
    "HOME",
    "HOSTNAME",
    "LOGNAME",
    "PATH",
    "PORTS",
    "POST",
    "host",
    "SECRETS",
    "SITE_URL",
    "HTTP_URL",
    "PGPASSWORD",
  ];
  for (const name of [...settings, ...ofMachines]) expect(meant(name, false)).toBeNull();
  for (const name of [...settings, "TZ", "NODE_OPTIONS", "COMPOSE_PROJECT_NAME", "POSTGRES_USER", "SITE_URL"])
    expect(meant(name, true)).toBeNull();
  expect(strangersOf(["PORT", "TZ", "OTEL_SERVICE_NAME", "SMTP_HOST"])).toEqual(["SMTP_HOST"]);
});

test("a file that would not be read as it was meant is told by its line, without a value", () => {
  const fault = (text: string) => faultOf(Buffer.from(text));
  for (const text of [
    "",
    "PORT=1\r\nHOST=a\r\n",
    "export PORT = 1\n\n# it's a \"remark\nX='a b' # c\nY=",
    'A="one\ntwo words\nthree"\nB=`x` ',
    "MAIL_FROM=L'atelier <a@b.example>",
  ])
    expect(fault(text)).toBeNull();
  expect(fault("\uFEFFPORT=1")).toMatch(/^\.env begins with a mark/);
  expect(faultOf(Buffer.from("PORT=1\n", "utf16le"))).toMatch(/^\.env is not written in UTF-8/);
  expect(fault("# a\nDATABASE_URL postgres://me:s3cret@db/x\n")).toBe("Line 2 of .env is not written as NAME=value.");
  expect(fault('A="one\ntwo"\nPORT: 4000')).toBe("Line 3 of .env is not written as NAME=value.");
  expect(fault('PORT=1\nSECRET="s3cret\nHOST=a')).toMatch(/^Line 2 of \.env opens a quote/);
});

const folder = mkdtempSync(join(tmpdir(), "settings-"));
afterAll(() => rmSync(folder, { recursive: true }));

const main = join(import.meta.dirname, "../main.ts");
const { PATH, NODE_COMPILE_CACHE } = process.env;

/** A start with such an environment and such a file, until it ends. */
const begun = (more: Record<string, string>, file: string) => {
  writeFileSync(join(folder, ".env"), file);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--env-file-if-exists=.env", main, "--dev"], {
    cwd: folder,
    env: { PATH, NODE_COMPILE_CACHE, DATA_FOLDER: folder, ...more },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};

test("a start with a misspelt setting starts nothing, and says in one line which is meant", () => {
  const said = (stderr: string) => ({ status: 1, stdout: "", stderr });
  const url = "postgres://me:s3cret@db.example/x";
  const slip = said("DATABSE_URL is no setting of the site: is DATABASE_URL meant?\n");
  expect(begun({ DATABSE_URL: url }, "")).toEqual(slip);
  expect(begun({}, `DATABSE_URL=${url}\n`)).toEqual(slip);
  expect(begun({}, `PORT=1\nDATABASE_URL ${url}\n`)).toEqual(said("Line 2 of .env is not written as NAME=value.\n"));
}, 60_000);

test("a start says which name in .env it leaves aside, and refuses a key of backups before it asks any database", () => {
  // No database answers there.
  const nowhere = { DATABASE_URL: "postgres://me:s3cret@127.0.0.1:1/x", BACKUP_KEY: "ssh-ed25519 s3cret" };
  const { status, stderr } = begun(nowhere, "SMTP_HOST=s3cret\n");
  expect(status).toBe(1);
  expect(stderr.split("\n")).toEqual([
    "SMTP_HOST in .env is no setting of the site: it is left aside.",
    "BACKUP_KEY: This is not a key of age: make one with age-keygen; it begins with age1 or AGE-SECRET-KEY-.",
    "",
  ]);
}, 60_000);
