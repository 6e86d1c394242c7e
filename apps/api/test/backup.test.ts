import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backupNights } from "@cahier/schema/retention";
import { generateIdentity } from "age-encryption";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { copyOf, dropCopy } from "./cluster.ts";
import { seededApi, seededTemplate } from "./demo.ts";
import { tables } from "../src/app.ts";
import { openDatabase } from "../src/platform/data/database.ts";
import { assertSameMajor, connected, createDatabase } from "../src/platform/data/postgres.ts";
import { secret, use } from "../src/platform/secret.ts";
import { assertSecret } from "../src/platform/secretMark.ts";
import { backupKeyOf } from "../src/platform/backup/archive.ts";
import { backup, backupName, backupsIn, keepNewest } from "../src/platform/backup/backup.ts";
import { nightlyBackup } from "../src/platform/backup/nightly.ts";
import { checkedBackup, restore } from "../src/platform/backup/restore.ts";
import { upgrade } from "../src/platform/backup/upgrade.ts";

const api = seededApi();
const folder = mkdtempSync(join(tmpdir(), "backup-"));
const made: string[] = [];
beforeAll(() => assertSecret(api.database));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  for (const url of made) await dropCopy(url, inject("admin"));
});

const urlOf = ({ options }: typeof api.database) => (options as { url: string }).url;

/** Address of a new database with nothing in it. */
async function emptyDatabase() {
  const name = `copy_${process.pid}_restored${made.length}`;
  await createDatabase(inject("admin"), name);
  made.push(inject("admin").replace(/[^/]+$/, name));
  return made.at(-1)!;
}

/** A database as it was some migrations ago. */
async function formerDatabase(migrations: number, template = inject("template")) {
  const url = await copyOf(template, inject("admin"));
  made.push(url);
  const before = await openDatabase(url, tables, { patient: true });
  for (let count = 0; count < migrations; count++) await before.undoLastMigration({ transaction: "each" });
  return { before, url };
}

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

/** All that makes the tables but their rows. */
const shapeOf = (database: typeof api.database) =>
  database.query(
    `select c.relname, k.conname as name, pg_get_constraintdef(k.oid) as text, '' as state from pg_constraint k
       join pg_class c on c.oid = k.conrelid where c.relnamespace = 'public'::regnamespace
     union all select c.relname, t.tgname, pg_get_triggerdef(t.oid), t.tgenabled::text from pg_trigger t
       join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and c.relnamespace = 'public'::regnamespace
     union all select c.relname, i.relname, pg_get_indexdef(i.oid), '' from pg_index x
       join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
       where c.relnamespace = 'public'::regnamespace
     order by 1, 2, 3`,
  );

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

  const again = await restored(file);
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

test("a restore that was cut leaves nothing that starts, and is done again whole: of the version before, it becomes what the migrations of since make of it", async () => {
  const all = (tables.migrations as Function[]).length;
  const { before, url: former } = await formerDatabase(1, await seededTemplate());
  await assertSecret(before);
  const [{ texts }] = await before.query("select count(*)::int as texts from contribution");
  await before.destroy();
  const { file, manifest } = await backup(former, join(folder, "before"));
  expect(manifest.migrations).toHaveLength(all - 1);
  const url = await emptyDatabase();
  const checked = await checkedBackup(file, null);
  const cut = {
    ...checked,
    rowsOf: (table: (typeof checked.manifest.tables)[0]) => (table.name > "m" ? gone() : checked.rowsOf(table)),
  };
  await expect(restore(url, cut, tables)).rejects.toThrow("the machine stopped");
  const half = await openDatabase(url, tables, { patient: true });
  await expect(assertSecret(half)).rejects.toThrow(/A restore of this database was cut/);
  expect(await half.query("select from contribution limit 1")).toEqual([]);
  await half.destroy();
  const now = await restore(url, checked, tables);
  checked.close();
  await assertSecret(now);
  const counted =
    "select (select count(*)::int from migrations) as migrations, (select count(*)::int from contribution) as texts";
  expect(await now.query(counted)).toEqual([{ migrations: all, texts }]);
  expect(texts).toBeGreaterThan(100);
  await now.destroy();
});

async function* gone(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array();
  throw new Error("the machine stopped");
}

test("an upgrade is made whole or not at all, and its sentence is the one of what failed", async () => {
  const all = tables.migrations as Function[];
  const { before, url } = await formerDatabase(2);
  const state = async () => ({
    shape: await shapeOf(before),
    made: (await before.query("select count(*) from migrations"))[0].count,
  });
  const was = await state();
  class Fails1899999999999 {
    up = (db: { query: (text: string) => Promise<unknown> }) => db.query("select nothing from nowhere");
    down = () => Promise.resolve();
  }
  const fine = () => Promise.resolve();
  await expect(upgrade(url, { ...tables, migrations: [...all, Fails1899999999999] }, fine)).rejects.toThrow(/nowhere/);
  expect(await state()).toEqual(was);
  await expect(upgrade(url, tables, () => Promise.reject(new Error("does not hold")))).rejects.toThrow("does not hold");
  expect(await state()).toEqual(was);
  expect(await upgrade(url, tables, fine)).toHaveLength(2);
  expect((await state()).made).toBe(was.made + 2);
  expect(await upgrade(url, tables, fine)).toEqual([]);
  await before.destroy();
});

test("a cluster of another major version of PostgreSQL is refused, with the way to bring it along", () => {
  writeFileSync(join(folder, "PG_VERSION"), "17\n");
  expect(() => assertSameMajor(folder, { stdout: "postgres (PostgreSQL) 18.4" })).toThrow(
    /was made by PostgreSQL 17, and this version brings 18: run npm run backup/,
  );
  assertSameMajor(folder, { stdout: "postgres (PostgreSQL) 17.9" });
});

test("each night one backup is written where the operator asked, and seven are kept", async () => {
  const nights = join(folder, "nights");
  const night = (day: number) =>
    nightlyBackup(api.database, { backupFolder: nights, backupKey: null }, new Date(Date.UTC(2026, 10, day, 1)));
  await night(1);
  await Promise.all([night(1), night(1)]);
  expect(backupsIn(nights)).toEqual(["backup-2026-11-01T010000Z.zip"]);
  writeFileSync(join(nights, "a note of mine.txt"), "kept");
  for (let day = 2; day <= 9; day++) writeFileSync(join(nights, backupName(new Date(Date.UTC(2026, 10, day)))), "");
  expect(keepNewest(nights, 7)).toEqual(["backup-2026-11-02T000000Z.zip", "backup-2026-11-01T010000Z.zip"]);
  await night(10);
  expect(backupsIn(nights)).toHaveLength(backupNights);
  expect(backupsIn(nights)[0]).toBe("backup-2026-11-10T010000Z.zip");
  expect(readdirSync(nights)).toContain("a note of mine.txt");
  await nightlyBackup(api.database, { backupFolder: null, backupKey: null });
});
