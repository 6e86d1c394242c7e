import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DataSource } from "typeorm";
import { afterAll, inject } from "vitest";
import { copyOf, dropCopy } from "../site/cluster.ts";
import { tables } from "../../src/app.ts";
import { openDatabase } from "../../src/platform/data/database.ts";
import { createDatabase } from "../../src/platform/data/postgres.ts";

/** A folder for backups, and databases to restore them in, which go once the rules of a file have run. */
export function backups() {
  const folder = mkdtempSync(join(tmpdir(), "backup-"));
  const made: string[] = [];
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    for (const url of made) await dropCopy(url, inject("admin"));
  });

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

  return { folder, emptyDatabase, formerDatabase };
}

/** All that makes the tables but their rows. */
export const shapeOf = (database: DataSource) =>
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
