/**
 * An import publishes: whoever runs the site vouches for it. A row without a text, a known territory or a date is
 * listed and left out, never placed by guess. A row is known by its source and id, so that an import can be done
 * again.
 */
import { randomUUID } from "node:crypto";
import type { DataSource } from "typeorm";
import type { Contribution } from "../domain/listen/contribution/contribution.entity.ts";
import { insertImported } from "../domain/listen/contribution/contribution.writes.ts";
import { Misconfigured } from "../platform/config.ts";
import { dayOf } from "../platform/day.ts";
import { recorder } from "../platform/journal.ts";
import { visitor } from "../platform/viewer.ts";
import { columnsOf, type ImportMap } from "../domain/listen/textImport/map.ts";
import { type Placed, placerOf, textOf, Unplaced } from "../domain/listen/textImport/placing.ts";
import { assertKnown, worldOf } from "../domain/listen/textImport/world.ts";
import type { RowsRead } from "../domain/listen/textImport/rows.ts";
import { rowsOf } from "./rows.ts";

/** A row that has no place, and why. */
export interface Rejected {
  line: number;
  reason: string;
}

/** Result of an import. */
export interface ImportReport {
  rows: number;
  /** Contributions that are new. */
  written: number;
  /** Contributions that were there before. */
  known: number;
  rejected: Rejected[];
}

/** So many are written at once. */
const batch = 250;

/**
 * Makes contributions of the rows of a file: all that have a place, or none when something fails. Safe to do again:
 * what was imported before is left as it is.
 */
export async function importContributions(
  database: DataSource,
  file: string,
  map: ImportMap,
  progress: (done: number, all: number) => void = () => {},
): Promise<ImportReport> {
  const { rows, columns } = await rowsOf(file);
  const missing = columnsOf(map).find((column) => !columns.has(column));
  if (missing !== undefined)
    throw new Misconfigured(`The map reads « ${missing} », and the file has only: ${[...columns].join(", ")}.`);

  const report = await database.transaction(async (db) => {
    const world = await worldOf(db);
    assertKnown(map, world);
    const { placed, rejected } = placeAll(rows, placerOf(map, world));
    let written = 0;
    for (let start = 0; start < placed.length; start += batch) {
      progress(start, placed.length);
      const some = placed.slice(start, start + batch).map(contributionOf);
      written += await insertImported(db, some);
    }
    progress(placed.length, placed.length);
    const done = { rows: rows.length, written, known: placed.length - written };
    const counts = { ...done, rejected: rejected.length, source: map.source };
    await recorder(db, visitor, new Date())("contribution.imported", null, counts);
    return { ...done, rejected };
  });
  if (report.written > 0) await database.query("analyze contribution");
  return report;
}

function placeAll(rows: RowsRead["rows"], place: ReturnType<typeof placerOf>) {
  const placed: Placed[] = [];
  const rejected: Rejected[] = [];
  const lineOf = new Map<string, number>();
  for (const row of rows)
    try {
      const found = place(row);
      const before = lineOf.get(found[0]!.key);
      if (before !== undefined) throw new Unplaced(`the same row as line ${before}`, "SAME_ROW", String(before));
      lineOf.set(found[0]!.key, row.line);
      placed.push(...found);
    } catch (error) {
      if (!(error instanceof Unplaced)) throw error;
      rejected.push({ line: row.line, reason: error.message });
    }
  return { placed, rejected };
}

const contributionOf = (one: Placed): Partial<Contribution> => ({
  ...textOf(one),
  id: randomUUID(),
  importKey: one.key,
  importedOn: dayOf(new Date()),
  status: "VISIBLE",
});
