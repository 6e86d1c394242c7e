import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { backupNights } from "@cahier/schema/retention";
import { generateIdentity } from "age-encryption";
import { beforeAll, expect, test } from "vitest";
import { backups, shapeOf } from "./backups.ts";
import { seededApi } from "../site/demo.ts";
import { tables } from "../../src/app.ts";
import { Misconfigured } from "../../src/platform/config.ts";
import { connected } from "../../src/platform/data/postgres.ts";
import { secret, use } from "../../src/platform/secret.ts";
import { assertSecret } from "../../src/platform/secretMark.ts";
import { backupKeyOf } from "../../src/platform/backup/archive.ts";
import { backup, backupName, backupsIn, keepNewest } from "../../src/platform/backup/backup.ts";
import { nightlyBackup } from "../../src/platform/backup/nightly.ts";
import { checkedBackup, restore } from "../../src/platform/backup/restore.ts";

const api = seededApi();
const { folder, emptyDatabase } = backups();
beforeAll(() => assertSecret(api.database));

/** No backup, unless a rule asks for one. */
const asked = { backupFolder: null, backupKey: null, directUrl: null };

const urlOf = ({ options }: typeof api.database) => (options as { url: string }).url;

let kept: Promise<string>;
/** A backup of the demonstration, for those who do nothing but read it. */
const whole = () => (kept ??= backup(urlOf(api.database), join(folder, "whole")).then(({ file }) => file));

async function restored(file: string, options: Parameters<typeof restore>[3] = {}, url?: string) {
  const checked = await checkedBackup(file, null);
  try {
    return await restore(url ?? (await emptyDatabase()), checked, tables, options);
  } finally {
    checked.close();
  }
}

/** A restore that ends in the middle of the migrations. */
async function cutRestore(file: string, url: string) {
  class Cut9999999999999 {
    name = "Cut9999999999999";
    up = () => Promise.reject(new Error("cut"));
    down = async () => {};
  }
  const checked = await checkedBackup(file, null);
  checked.manifest.migrations.splice(5, Infinity, "Cut9999999999999");
  const migrations = [...(tables.migrations as Function[]), Cut9999999999999];
  await restore(url, checked, { ...tables, migrations }).finally(() => checked.close());
}

test("what is restored is what was there, to the byte, although people wrote meanwhile", async () => {
  const stop = new AbortController();
  const writer = (async () => {
    for (let n = 0; !stop.signal.aborted; n++)
      await api.database.query(
        "insert into journal_entry (event, subject_type, data, recorded_on) values ('TRIED', 'Trial', $1, '2026-11-27')",
        [JSON.stringify({ n, text: "une ligne\net\\une autre\t…" })],
      );
  })();
  const { file, manifest } = await backup(urlOf(api.database), folder);
  stop.abort();
  await writer;
  expect(readdirSync(folder)).toEqual([file.split("/").at(-1)]);

  // A restore that was cut while it made the tables leaves none: the next one fills the database all the same.
  const url = await emptyDatabase();
  await expect(cutRestore(file, url)).rejects.toThrow("cut");
  const again = await restored(file, {}, url);
  const second = await backup(urlOf(again), join(folder, "second"));
  expect(second.manifest.tables).toEqual(manifest.tables);
  expect(second.manifest.migrations).toEqual(manifest.migrations);
  expect(manifest.tables.find(({ name }) => name === "contribution")!.rows).toBeGreaterThan(100);
  expect(await shapeOf(again)).toEqual(await shapeOf(api.database));
  await assertSecret(again);
  await again.destroy();
});

test("no table counts by a sequence that a restore would have to put right", async () => {
  const sql =
    "select sequencename from pg_sequences where schemaname = 'public' and sequencename not in ('migrations_id_seq', 'database_change', 'database_ending')";
  expect(await api.database.query(sql)).toEqual([]);
});

test("a restore refuses a database that holds a site, another secret and a later version, each in a sentence", async () => {
  const file = await whole();
  await expect(restored(file, {}, urlOf(api.database))).rejects.toThrow(/There is a site in this database already/);
  const here = secret();
  use("another secret", null);
  const url = await emptyDatabase();
  await expect(restored(file, {}, url)).rejects.toThrow(/belong to another secret: put its file “secret”/);
  use(here, null);
  const checked = await checkedBackup(file, null);
  checked.manifest.migrations.push("Tomorrow9999999999999");
  await expect(restore(url, checked, tables)).rejects.toThrow(/made by a later version \(Tomorrow/);
  checked.close();
  const nothing = await connected(url, (client) =>
    client.query("select from pg_class where relnamespace = 'public'::regnamespace"),
  );
  expect(nothing.rowCount).toBe(0);
});

test("a backup that was cut, changed, or is no backup is refused before anything is written", async () => {
  const bytes = readFileSync(await whole());
  const broken = join(folder, "broken.zip");
  const told = async (content: Buffer) => {
    writeFileSync(broken, content);
    await expect(checkedBackup(broken, null)).rejects.toThrow(/no backup, or was cut|can't be read whole/);
  };
  await told(bytes.subarray(0, bytes.length - 2000));
  await told(Buffer.from("not a backup"));
  const changed = Buffer.from(bytes);
  // Within the bytes of a long entry: between two entries there are some that say nothing.
  changed[bytes.indexOf("tables/contribution.copy") + 2000]! ^= 1;
  await told(changed);
  const elsewhere = join(folder, "elsewhere.zip");
  await expect(checkedBackup(elsewhere, null)).rejects.toThrow(`${elsewhere} can't be opened: ENOENT`);
});

test("a backup whose checksums are right, and whose columns or rows are none of ours, is refused in a sentence", async () => {
  const url = await emptyDatabase();
  const made = async (change: (columns: string[]) => void) => {
    const checked = await checkedBackup(await whole(), null);
    change(checked.manifest.tables.find(({ name }) => name === "theme")!.columns);
    await restore(url, checked, tables).finally(() => checked.close());
  };
  await expect(made((columns) => columns.splice(0, 1, "made_up"))).rejects.toThrow(
    new Misconfigured(
      'The rows of this backup do not fit their tables (column "made_up" of relation "theme" does not exist): it was changed by hand. None was kept.',
    ),
  );
  // The folder it left is no site: another is tried.
  await expect(made((columns) => columns.reverse())).rejects.toThrow(/do not fit their tables \(/);
});

test("with a key of age nothing is read without its secret half", async () => {
  const [mine, other] = await Promise.all([generateIdentity(), generateIdentity()]);
  const { recipient } = await backupKeyOf(`# created: today\n${mine}\n`);
  const { file } = await backup(urlOf(api.database), join(folder, "locked"), { key: await backupKeyOf(recipient) });
  await expect(checkedBackup(file, null)).rejects.toThrow(/This backup is locked/);
  await expect(checkedBackup(file, await backupKeyOf(recipient))).rejects.toThrow(/This backup is locked/);
  await expect(checkedBackup(file, await backupKeyOf(other))).rejects.toThrow(/the key is another/);
  const opened = await checkedBackup(file, await backupKeyOf(mine));
  expect(opened.manifest.tables.length).toBeGreaterThan(50);
  opened.close();
  await expect(backupKeyOf("ssh-ed25519 AAAA")).rejects.toThrow(/not a key of age/);
});

test("each night one backup is written where the operator asked, and seven are kept", async () => {
  const nights = join(folder, "nights");
  const night = (day: number) =>
    nightlyBackup(api.database, { ...asked, backupFolder: nights }, new Date(Date.UTC(2026, 10, day, 1)));
  await night(1);
  await Promise.all([night(1), night(1)]);
  expect(await backupsIn(nights)).toEqual(["backup-2026-11-01T010000Z.zip"]);
  writeFileSync(join(nights, "a note of mine.txt"), "kept");
  for (let day = 2; day <= 9; day++) writeFileSync(join(nights, backupName(new Date(Date.UTC(2026, 10, day)))), "");
  expect(await keepNewest(nights, 7)).toEqual(["backup-2026-11-02T000000Z.zip", "backup-2026-11-01T010000Z.zip"]);
  await night(10);
  expect(await backupsIn(nights)).toHaveLength(backupNights);
  expect((await backupsIn(nights))[0]).toBe("backup-2026-11-10T010000Z.zip");
  expect(readdirSync(nights)).toContain("a note of mine.txt");
  await nightlyBackup(api.database, asked);
});

test("what a backup that was cut left goes after a day, and what is being written stays", async () => {
  const under = join(folder, "cut");
  mkdirSync(under);
  const cut = (day: number) => {
    const name = join(under, `${backupName(new Date(Date.UTC(2026, 10, day)))}.unfinished`);
    writeFileSync(name, "half");
    utimesSync(name, new Date(Date.UTC(2026, 10, day)), new Date(Date.UTC(2026, 10, day)));
    return name;
  };
  const [old, fresh] = [cut(1), cut(3)];
  const { file } = await backup(urlOf(api.database), under, { now: new Date(Date.UTC(2026, 10, 3, 1)) });
  expect([old, fresh, file].map((one) => existsSync(one))).toEqual([false, true, true]);
});

test("the backup of the night reaches PostgreSQL itself: a pool of connections would keep its lock, and cut it short", async () => {
  const pool = { options: { url: "postgres://nobody@127.0.0.1:1/pool" } } as unknown as typeof api.database;
  const backupFolder = join(folder, "direct");
  await nightlyBackup(pool, { ...asked, backupFolder, directUrl: urlOf(api.database) });
  expect(await backupsIn(backupFolder)).toHaveLength(1);
});

test("a folder that can't be made is told at once, by its setting, and leaves nothing", async () => {
  const file = join(folder, "in the way");
  writeFileSync(file, "");
  const nightly = (backupFolder: string) => nightlyBackup(api.database, { ...asked, backupFolder });
  await expect(nightly("/proc/a/b")).rejects.toThrow(
    "BACKUP_FOLDER=/proc/a/b can't be written in: no folder can be made there.",
  );
  await expect(nightly(join(file, "b"))).rejects.toThrow(/^BACKUP_FOLDER=.*: a file stands in its place/);
  await expect(backup(urlOf(api.database), file)).rejects.toThrow(/^The folder .*: a file stands in its place/);
});
