import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { MigrationInterface } from "typeorm";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { Misconfigured } from "../config.ts";
import { migrate, openDatabase, type Tables } from "../data/database.ts";
import { connected } from "../data/postgres.ts";
import { markOf, secret } from "../secret.ts";
import { restoring } from "../secretMark.ts";
import { migrating } from "./migrating.ts";
import { type BackupKey, entryOf, type KeptTable, type Manifest, tally, unpacked } from "./archive.ts";

type Made = new () => MigrationInterface;

/** A backup that was opened, and every entry of which was read once: nothing of it is cut or changed. */
export interface CheckedBackup {
  manifest: Manifest;
  rowsOf: (table: KeptTable) => AsyncIterable<Uint8Array>;
  close: () => void;
}

/** Opens a backup and reads it through; refuses one that is locked, cut, changed, or of another kind. */
export async function checkedBackup(file: string, key: BackupKey | null): Promise<CheckedBackup> {
  const archive = await openPromise(file, { autoClose: false }).catch(({ code, message }: NodeJS.ErrnoException) =>
    // Of the machine, which has codes: another name, or a file that the account of the site may not read.
    refuse(code ? `${file} can't be opened: ${message}.` : `${file} is no backup, or was cut.`),
  );
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of archive.eachEntry() as AsyncIterable<Entry>) entries.set(entry.fileName, entry);
    const locked = entries.has(entryOf("manifest.json", true));
    if (locked && !key?.identity)
      throw new Misconfigured("This backup is locked: give the file of its secret key, as in -- FILE --key KEY.");
    const read = (name: string) => entryBytes(archive, entries.get(entryOf(name, locked)), locked ? key : null);
    const manifest = await manifestOf(read("manifest.json"));
    const rowsOf = ({ name }: KeptTable) => read(`tables/${name}.copy`);
    for (const table of manifest.tables) {
      const { of, result } = tally();
      for await (const _ of of(rowsOf(table)));
      const { rows, sha256 } = result();
      if (rows !== table.rows || sha256 !== table.sha256)
        throw new Error(`the rows of ${table.name} are not those told`);
    }
    return { manifest, rowsOf, close: () => archive.close() };
  } catch (error) {
    archive.close();
    if (error instanceof Misconfigured) throw error;
    return refuse(
      `${file} can't be read whole (${(error as Error).message}): it was cut or changed, or the key is another.`,
    );
  }
}

async function* entryBytes(archive: ZipFile, entry: Entry | undefined, key: BackupKey | null) {
  if (!entry) throw new Error("an entry is missing");
  yield* unpacked((await archive.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>, key);
}

async function manifestOf(bytes: AsyncIterable<Uint8Array>): Promise<Manifest> {
  const manifest = JSON.parse(Buffer.concat(await Array.fromAsync(bytes)).toString()) as Manifest;
  if (manifest.format !== 1) throw new Misconfigured("This backup was made by a later version: install that one.");
  return manifest;
}

/**
 * Fills an empty database from a backup: tables as they were then, rows in one transaction, then what the migrations of
 * since make of them. Refuses a database that holds a site, and a secret that is not the one of the rows.
 */
export async function restore(
  url: string,
  { manifest, rowsOf }: CheckedBackup,
  tables: Tables,
  { lostSecret = false } = {},
) {
  const known = new Map((tables.migrations as Made[]).map((made) => [new made().name!, made]));
  const unknown = manifest.migrations.filter((name) => !known.has(name));
  if (unknown.length > 0)
    refuse(`This backup was made by a later version (${unknown[0]}): install that one, or a newer.`);
  if (!lostSecret && manifest.secretMark && manifest.secretMark !== markOf(secret()))
    refuse(
      "These rows belong to another secret: put its file “secret” beside the data, or give it as SECRET, and run this again. If it is lost, add --lost-secret, then run npm run rotate-secret -- --lost before the start.",
    );
  await assertEmpty(url);
  const then = { ...tables, migrations: manifest.migrations.map((name) => known.get(name)!) };
  // With the mark of a restore under way, or not at all: a cut between would leave what looks like a site.
  await migrating(url, then, async ({ manager }, executor) => {
    await executor.executePendingMigrations();
    await manager.query("delete from secret_mark");
    await manager.query("insert into secret_mark (mark) values ($1)", [restoring]);
  });
  await connected(url, (client) => fill(client, manifest.tables, rowsOf)).catch(refuseUnfit);
  const now = await openDatabase(url, tables, { patient: true });
  await migrate(now);
  // States of before the restore name nothing any more: what a browser kept of them is asked again.
  for (const each of ["database_change", "database_ending"])
    await now.query("select setval($1::regclass, extract(epoch from now())::bigint)", [each]);
  await now.query("analyze");
  return now;
}

/** A database serves if it holds no table, or what a restore that was cut left in it. */
const assertEmpty = (url: string) =>
  connected(url, async (client) => {
    const { rows } = await client.query<{ there: boolean; cut: boolean }>(
      `select exists (select from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace) as there,
         to_regclass('secret_mark') is not null as cut`,
    );
    if (!rows[0]!.there) return;
    const marks = rows[0]!.cut ? (await client.query<{ mark: string }>("select mark from secret_mark")).rows : [];
    if (marks[0]?.mark !== restoring)
      refuse(
        "There is a site in this database already, and a restore never writes over one: give it an empty database.",
      );
    await client.query("drop schema public cascade; create schema public");
  });

/** Puts the rows in, all or none: foreign keys and triggers are away meanwhile, and each key is checked as it comes back. */
async function fill(client: pg.Client, tables: KeptTable[], rowsOf: CheckedBackup["rowsOf"]) {
  const named = (name: string) => `public.${pg.escapeIdentifier(name)}`;
  await client.query("begin");
  const { rows: keys } = await client.query<{ table: string; name: string; text: string }>(
    `select c.relname as "table", quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as text
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype = 'f' and c.relnamespace = 'public'::regnamespace`,
  );
  for (const it of keys) await client.query(`alter table ${named(it.table)} drop constraint ${it.name}`);
  for (const { name } of tables) await client.query(`alter table ${named(name)} disable trigger user`);
  await client.query(`truncate ${tables.map(({ name }) => named(name)).join(", ")}`);
  for (const table of tables) {
    const columns = table.columns.map((one) => pg.escapeIdentifier(one)).join(", ");
    const into = client.query(copyFrom(`copy ${named(table.name)} (${columns}) from stdin`));
    await pipeline(Readable.from(rowsOf(table), { objectMode: false }), into);
    if (into.rowCount !== table.rows) throw new Error(`${table.name}: ${into.rowCount} rows of ${table.rows}`);
  }
  for (const { name } of tables) await client.query(`alter table ${named(name)} enable trigger user`);
  for (const it of keys) await client.query(`alter table ${named(it.table)} add constraint ${it.name} ${it.text}`);
  await client.query("commit");
}

/** Classes of SQLSTATE for rows that are not those of the tables: of another type, against a key, for no such column. */
const unfit = /^(?:22|23|42)/;

/** Says in a sentence that PostgreSQL refused what a backup holds, although its checksums are right. */
function refuseUnfit(error: unknown): never {
  if (error instanceof pg.DatabaseError && unfit.test(error.code ?? ""))
    refuse(
      `The rows of this backup do not fit their tables (${error.message}): it was changed by hand. None was kept.`,
    );
  throw error;
}

function refuse(sentence: string): never {
  throw new Misconfigured(sentence);
}
