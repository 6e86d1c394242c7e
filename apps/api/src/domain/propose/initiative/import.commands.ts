import { randomUUID } from "node:crypto";
import { type EntityManager, In } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import type { ProblemFound } from "../../../platform/refusal.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { heldGroup } from "./initiative.commands.ts";
import { type Initiative, Initiatives } from "./initiative.entity.ts";
import { initiativePolicy } from "./initiative.policy.ts";
import { sheetCarriesContact } from "./initiative.sheet.ts";
import { nearTo } from "./near.queries.ts";
import { freeSlug } from "../../../platform/data/freeSlug.ts";
import { importKeyOf, readTable, type SheetRow } from "./table.ts";

/** Outcome of a row: taken in, taken in and held for a reader, there already, left out. */
export type ImportOutcome = "NEW" | "HELD" | "KNOWN" | "LEFT_OUT";

/** A row of an imported table, and its outcome. */
export interface ImportedRow {
  line: number;
  name: string;
  outcome: ImportOutcome;
  problems: ProblemFound[];
  /** The initiative that is there already, or that the row made. */
  slug: string | null;
  /** Initiatives of a near name, to compare. */
  near: { name: string; slug: string }[];
}

/** Result of an import, or of its trial. */
export interface ImportReport {
  rows: ImportedRow[];
  unknownColumns: string[];
}

/** Imports a table of initiatives, or tries it without writing. A row is taken once, however often it is sent. */
export async function importInitiatives(
  tx: Transaction,
  { text, group: slug, write }: { text: string; group: string | null; write: boolean },
): Promise<{ report: ImportReport }> {
  authorize(initiativePolicy.judge(tx.viewer));
  const group = await heldGroup(tx.db, slug);
  authorize(initiativePolicy.judge(tx.viewer, group.id));
  return { report: await takeTable(tx, group.id, text, write) };
}

/** Imports without a check of rights, for the person who runs the site. */
export async function takeTable(
  { db, now, viewer, record }: Transaction,
  groupId: string,
  text: string,
  write: boolean,
): Promise<ImportReport> {
  const { rows, unknownColumns } = await readTable(db, text, now);
  if (rows.length === 0) throw new Refusal("UNREADABLE_FILE", "file");
  const known = await knownAmong(db, rows);
  const near = await nearTo(
    { db, viewer },
    rows.flatMap(({ line, sheet }) => (sheet ? [{ key: String(line), name: sheet.name, town: sheet.town }] : [])),
  );
  const slugs = new Set<string>();
  const told: ImportedRow[] = [];
  const made: Partial<Initiative>[] = [];
  for (const { line, name, sheet, problems, importKey } of rows) {
    const row = { line, name, problems, slug: null, near: [] };
    if (!sheet) {
      told.push({ ...row, outcome: "LEFT_OUT" });
      continue;
    }
    const there = known.get(importKey);
    if (there) {
      told.push({ ...row, outcome: "KNOWN", slug: there.slug });
      continue;
    }
    const held = sheetCarriesContact(sheet);
    const slug = write ? await freeSlug(db, Initiatives, sheet.name, "initiative", slugs) : null;
    const alike = (near.get(String(line)) ?? []).map((other) => ({ name: other.name, slug: other.slug }));
    told.push({ ...row, outcome: held ? "HELD" : "NEW", slug, near: alike });
    if (!slug) continue;
    slugs.add(slug);
    const stands = held ? ({ state: "PROPOSED", status: "HELD" } as const) : {};
    made.push({ ...sheet, id: randomUUID(), slug, groupId, importKey, ...stands });
  }
  if (made.length > 0) {
    await db.insert(Initiatives, made);
    for (const { id } of made) await record("initiative.imported", id);
  }
  return { rows: told, unknownColumns };
}

/** Finds the rows that are there already, from any source; declined ones too, or each table would bring them back. */
async function knownAmong(db: EntityManager, rows: SheetRow[]) {
  const places = [...new Set(rows.flatMap(({ sheet }) => sheet?.territoryId ?? []))];
  const there = await db.find(Initiatives, {
    select: { id: true, slug: true, name: true, town: true, territoryId: true, importKey: true },
    where: [{ territoryId: In(places) }, { importKey: In(rows.map(({ importKey }) => importKey)) }],
  });
  return new Map(
    there.flatMap((it) => [[importKeyOf(it), it] as const, ...(it.importKey ? [[it.importKey, it] as const] : [])]),
  );
}
