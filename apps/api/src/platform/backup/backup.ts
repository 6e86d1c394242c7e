import { createWriteStream } from "node:fs";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { type Config, Misconfigured } from "../config.ts";
import { connected } from "../data/postgres.ts";
import { zip } from "../files/zip.ts";
import { makeFolder } from "../folders.ts";
import { type BackupKey, entryOf, type KeptTable, type Manifest, packed, tally } from "./archive.ts";

/** Tables that a backup leaves out: migrations make that one anew. */
const notKept = "migrations";

/** Name of a backup that was made at a moment: `backup-2026-11-27T194300Z.zip`. */
export const backupName = (now: Date) => `backup-${now.toISOString().replaceAll(":", "").slice(0, 17)}Z.zip`;

const isBackup = (name: string) => /^backup-\d{4}-\d\d-\d\dT\d{6}Z\.zip$/.test(name);

/** Backups of a folder, the newest first. */
export const backupsIn = async (folder: string) => (await readdir(folder)).filter(isBackup).toSorted().toReversed();

/** Removes all but the newest backups of a folder, and nothing that is not a backup; answers with what it removed. */
export async function keepNewest(folder: string, kept: number) {
  const old = (await backupsIn(folder)).slice(kept);
  await Promise.all(old.map((name) => rm(join(folder, name))));
  return old;
}

/** Removes what a backup that was cut a day ago or more left: nobody writes to it any more. */
async function removeCut(folder: string, now: Date) {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(unfinishedEnd) || !isBackup(name.slice(0, -unfinishedEnd.length))) continue;
    // oxlint-disable no-await-in-loop -- one or two, ever
    const { mtimeMs } = await stat(join(folder, name));
    if (now.getTime() - mtimeMs > 86_400_000) await rm(join(folder, name), { force: true });
    // oxlint-enable no-await-in-loop
  }
}

const unfinishedEnd = ".unfinished";

/** Begins a sentence about the folder of backups with the setting that gave it, where one did. */
export const ofSetting = ({ backupFolder }: Pick<Config, "backupFolder">) =>
  backupFolder === null ? {} : { named: `BACKUP_FOLDER=${backupFolder}` };

/**
 * Writes the rows of all tables, as they stand at one moment while people go on writing, to a file that is whole or
 * absent. Sealed tables of a rehearsal are left out: they are to be erased.
 */
export async function backup(
  url: string,
  folder: string,
  { key = null as BackupKey | null, now = new Date(), named = `The folder ${folder}` } = {},
) {
  await makeFolder(folder, named, 0o700);
  await removeCut(folder, now);
  const file = join(folder, backupName(now));
  const unfinished = `${file}${unfinishedEnd}`;
  try {
    const manifest = await connected(url, async (client) => {
      await client.query("begin isolation level repeatable read read only");
      const found = await contents(client);
      const tables: KeptTable[] = [];
      const made: Manifest = { format: 1, madeAt: now.toISOString(), ...found, tables };
      const entries = found.tables.map(({ name, columns }) => ({
        name: entryOf(`tables/${name}.copy`, key !== null),
        stored: true,
        content: () =>
          packed(
            rowsOf(client, name, columns, (one) => tables.push(one)),
            key,
          ) as AsyncIterable<Buffer>,
      }));
      const last = {
        name: entryOf("manifest.json", key !== null),
        stored: true,
        content: () =>
          packed(
            once(() => JSON.stringify(made)),
            key,
          ) as AsyncIterable<Buffer>,
      };
      await pipeline(zip([...entries, last]), createWriteStream(unfinished, { mode: 0o600, flags: "w" }));
      return made;
    });
    await flushed(unfinished);
    await rename(unfinished, file);
    await flushed(folder);
    return { file, manifest };
  } catch (error) {
    if (/^(?:ENOSPC|EDQUOT)$/.test((error as NodeJS.ErrnoException).code ?? ""))
      throw new Misconfigured(`${named} has no room for a backup: make some, then try again.`, { cause: error });
    throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Tables of a site with the columns that are written, never those that are computed. */
async function contents(client: pg.Client) {
  const there = await client.query<{ there: boolean }>("select to_regclass('public.migrations') is not null as there");
  if (!there.rows[0]!.there) throw new Misconfigured("There is no site in this database yet: nothing to back up.");
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> $1
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by 1 order by 1`,
    [notKept],
  );
  const { rows: migrations } = await client.query<{ name: string }>("select name from migrations order by id");
  const { rows: marks } = await client.query<{ mark: string }>("select mark from secret_mark");
  return { tables, migrations: migrations.map(({ name }) => name), secretMark: marks[0]?.mark ?? null };
}

async function* rowsOf(client: pg.Client, name: string, columns: string[], counted: (table: KeptTable) => unknown) {
  const { of, result } = tally();
  const names = columns.map((one) => pg.escapeIdentifier(one)).join(", ");
  yield* of(client.query(copyTo(`copy public.${pg.escapeIdentifier(name)} (${names}) to stdout`)));
  counted({ name, columns, ...result() });
}

/** Text that is made when it is read, after all before it. */
async function* once(text: () => string) {
  yield Buffer.from(text());
}

/** Waits until the disk has it: a backup that was told must outlive a power cut. */
async function flushed(path: string) {
  const handle = await open(path, "r");
  await handle.sync().catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EPERM" && error.code !== "EINVAL" && error.code !== "EISDIR") throw error;
  });
  await handle.close();
}
