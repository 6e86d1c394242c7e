/** Rows of a file, and the texts that an earlier import brought, as a row that comes again meets them. */
import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { Row } from "../../../platform/files/table.ts";
import type { Placed } from "./placing.ts";

/** The rows of an import after a line, in the order of the file. */
export const rowsAfter = (db: EntityManager, importId: string, line: number, limit: number) =>
  db.query<Row[]>(
    `select line, values, unreadable from text_import_row where import_id = $1 and line > $2 order by line limit $3`,
    [importId, line, limit],
  );

/** Counts of rows by what becomes of their text. */
export interface Brought {
  written: number;
  changed: number;
  unchanged: number;
  leftAsIs: number;
}

/** Digest of all the words of a row: another one is a change. */
export const digestOf = (one: Placed) =>
  createHash("sha256")
    .update(
      JSON.stringify([
        ...[one.body, one.authorName, one.title, one.original, one.place?.id, one.contributedOn],
        // Rows that name no file keep the digest that they had.
        ...(one.scan ? [one.scan] : []),
      ]),
    )
    .digest("hex");

/** Of these texts, those that a person decided on since they came. */
export async function decidedOn(db: EntityManager, ids: string[]): Promise<Set<string>> {
  const rows = await db.query<{ id: string }[]>(
    "select distinct text_id as id from ruling where text_id = any($1::uuid[]) and lifted_at is null",
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** What would become of these rows if they were brought now. */
export async function foreseen(db: EntityManager, placed: Placed[]): Promise<Brought> {
  const known = await db.query<{ id: string; key: string; status: string; digest: string | null }[]>(
    `select c.id, c.import_key as key, c.status, t.digest
     from contribution c left join imported_text t on t.contribution_id = c.id where c.import_key = any($1::text[])`,
    [placed.map(({ key }) => key)],
  );
  const decided = await decidedOn(
    db,
    known.map(({ id }) => id),
  );
  const before = new Map(known.map((text) => [text.key, text]));
  const counts = { written: 0, changed: 0, unchanged: 0, leftAsIs: 0 };
  for (const one of placed) {
    const text = before.get(one.key);
    if (!text) counts.written++;
    else if (text.status === "WITHDRAWN" || decided.has(text.id)) counts.leftAsIs++;
    else counts[text.digest === digestOf(one) ? "unchanged" : "changed"]++;
  }
  return counts;
}
