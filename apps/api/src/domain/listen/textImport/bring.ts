/**
 * Rows are brought in batches of one transaction each: a restart goes on from the last one. A row that was brought
 * before is known by the name of its source and its own: it is rewritten where the file says it otherwise.
 */
import { randomUUID } from "node:crypto";
import { type DataSource, type EntityManager, In } from "typeorm";
import { insertAll } from "../../../platform/data/bulk.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { carriesContact } from "../../../platform/text/contact.ts";
import { visitor } from "../../../platform/viewer.ts";
import { type Contribution, Contributions } from "../contribution/contribution.entity.ts";
import { insertImported, rewriteText } from "../contribution/contribution.writes.ts";
import { tried } from "./check.ts";
import { decidedOn, digestOf, rowsAfter } from "./rows.queries.ts";
import { mapOf } from "./mapping.ts";
import { type Placed, placerOf, textOf } from "./placing.ts";
import { type ImportedText, ImportedTexts, type TextImport, TextImports } from "./textImport.entity.ts";
import { themeOf, worldOf } from "./world.ts";

/** So many rows are brought at once, and so many texts written: their words are prepared for the search as they are. */
const batch = 200;
const writtenAtOnce = 50;

/** Brings what waits, batch by batch; how many batches were brought. */
export async function bringTexts(database: DataSource, goOn = () => true): Promise<number> {
  const placers = new Map<string, ReturnType<typeof placerOf>>();
  let count = 0;
  while (goOn() && (await database.transaction((db) => bringBatch(db, placers)))) count++;
  if (count > 2) await database.query("analyze contribution, contribution_search, imported_text");
  return count;
}

/** Brings one batch of one import that no other process brings; false where none waits. */
async function bringBatch(db: EntityManager, placers: Map<string, ReturnType<typeof placerOf>>): Promise<boolean> {
  const it = await db.findOne(TextImports, {
    where: { state: "RUNNING" },
    order: { id: "ASC" },
    lock: { mode: "pessimistic_write", onLocked: "skip_locked" },
  });
  if (!it) return false;
  const act = { db, now: new Date(), record: recorder(db, visitor, new Date()) };
  const rows = await rowsAfter(db, it.id, it.cursor, batch);
  if (rows.length === 0) {
    await db.query("delete from text_import_row where import_id = $1 and fault is null", [it.id]);
    await db.update(TextImports, it.id, { state: "DONE" });
    const { written, changed, unchanged, leftAsIs, faultCount } = it;
    await act.record("textImport.done", it.id, { written, changed, unchanged, leftAsIs, faultCount });
    return true;
  }
  let place = placers.get(it.id);
  if (!place) placers.set(it.id, (place = placerOf(mapOf(it.mapping!, await themeOf(db, it)), await worldOf(db))));

  const done: { line: number; key: string | null; fault: string | null; value: string | null }[] = [];
  const placed = new Map<string, Placed>();
  const lines = new Map<string, number>();
  const found = rows.map((row) => ({ line: row.line, ...tried(place, row) }));
  const before = await earlierLines(
    db,
    it,
    found.flatMap((one) => ("placed" in one ? one.placed.key : [])),
  );
  for (const one of found) {
    if ("fault" in one) {
      done.push({ line: one.line, key: null, fault: one.fault.code, value: one.fault.value });
      continue;
    }
    const { key } = one.placed;
    const twice = before.get(key) ?? lines.get(key);
    if (twice === undefined) {
      lines.set(key, one.line);
      placed.set(key, one.placed);
    }
    done.push({ line: one.line, key, fault: twice ? "SAME_ROW" : null, value: twice ? String(twice) : null });
  }
  const counts = await writeTexts(act, it, placed);
  await db.query(
    `update text_import_row r set key = d.key, fault = d.fault, fault_value = d.value
     from json_to_recordset($2) d(line int, key text, fault text, value text) where r.import_id = $1 and r.line = d.line`,
    [it.id, JSON.stringify(done)],
  );
  await db.update(TextImports, it.id, {
    cursor: rows.at(-1)!.line,
    readCount: it.readCount + rows.length,
    written: it.written + counts.written,
    changed: it.changed + counts.changed,
    unchanged: it.unchanged + counts.unchanged,
    leftAsIs: it.leftAsIs + counts.leftAsIs,
    held: it.held + counts.held,
    faultCount: it.faultCount + done.filter(({ fault }) => fault).length,
  });
  return true;
}

/** The lines of earlier batches that have these names. */
async function earlierLines(db: EntityManager, { id, cursor }: TextImport, keys: string[]) {
  const rows = await db.query<{ key: string; line: number }[]>(
    `select key, min(line)::int as line from text_import_row
     where import_id = $1 and key = any($2::text[]) and line <= $3 group by key`,
    [id, keys, cursor],
  );
  return new Map(rows.map(({ key, line }) => [key, line]));
}

type Act = Parameters<typeof rewriteText>[0] & { now: Date };

/** Writes what is new, and what changed of the rest. */
async function writeTexts(act: Act, it: TextImport, placed: Map<string, Placed>) {
  const { db, now } = act;
  const counts = { written: 0, changed: 0, unchanged: 0, leftAsIs: 0, held: 0 };
  const known = await db.find(Contributions, { where: { importKey: In([...placed.keys()]) }, order: { id: "ASC" } });
  const texts: Partial<Contribution>[] = [];
  const origins: Partial<ImportedText>[] = [];
  const thereAlready = new Set(known.map(({ importKey }) => importKey));
  for (const [key, one] of placed) {
    if (thereAlready.has(key)) continue;
    const id = randomUUID();
    // A link or contact details wait for a moderator, as in any other text.
    const status = carriesContact(one.body) ? "HELD" : "VISIBLE";
    if (status === "HELD") counts.held++;
    texts.push({ ...saidBy(one), id, status, importKey: key, importedOn: dayOf(now) });
    origins.push({ contributionId: id, importId: it.id, lastImportId: it.id, ...besideOf(one) });
  }
  for (let start = 0; start < texts.length; start += writtenAtOnce)
    await insertImported(db, texts.slice(start, start + writtenAtOnce));
  await insertAll(db, ImportedTexts, origins);
  counts.written = texts.length;
  if (known.length > 0) await rewriteKnown(act, it, placed, known, counts);
  return counts;
}

/** Rewrites the texts that the file says otherwise; those that a person decided on since are left as they are. */
async function rewriteKnown(
  act: Act,
  it: TextImport,
  placed: Map<string, Placed>,
  known: Contribution[],
  counts: Record<"changed" | "unchanged" | "leftAsIs" | "held", number>,
) {
  const { db, now } = act;
  const ids = known.map(({ id }) => id);
  const decided = await decidedOn(db, ids);
  const beside = new Map(
    (await db.findBy(ImportedTexts, { contributionId: In(ids) })).map((row) => [row.contributionId, row]),
  );
  for (const text of known) {
    const one = placed.get(text.importKey!)!;
    const row = beside.get(text.id);
    const next = besideOf(one);
    if (text.status === "WITHDRAWN" || decided.has(text.id)) counts.leftAsIs++;
    else if (row?.digest === next.digest) {
      counts.unchanged++;
      await db.update(ImportedTexts, text.id, { lastImportId: it.id });
    } else {
      counts.changed++;
      const held = text.status === "VISIBLE" && carriesContact(one.body) && !carriesContact(text.body);
      if (held) counts.held++;
      await rewriteText(act, text, { ...saidBy(one), ...(held && { status: "HELD" as const }) }, dayOf(now));
      if (row) await db.update(ImportedTexts, text.id, { lastImportId: it.id, ...next });
      else await db.insert(ImportedTexts, { contributionId: text.id, importId: null, lastImportId: it.id, ...next });
    }
  }
}

/** Fields of the contribution that a row becomes. */
const saidBy = (one: Placed): Partial<Contribution> => ({
  ...textOf(one),
  speaksAs: one.channel === "NOTEBOOK" ? "GROUP" : "INDIVIDUAL",
});

/** Row stored beside a contribution, with a digest of all its words. */
const besideOf = (one: Placed) => ({
  title: one.title,
  original: one.original,
  scan: one.scan,
  digest: digestOf(one),
});
