import { randomUUID } from "node:crypto";
import type { Transaction } from "../../../platform/context.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { insertAll } from "../../../platform/data/bulk.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { givenLine, isId } from "../../../platform/text/text.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import type { RowsRead } from "./rows.ts";
import { type TextImport, TextImportRows, TextImports } from "./textImport.entity.ts";
import { textImportPolicy } from "./textImport.policy.ts";

/** So many rows are written at once. */
const batch = 1000;

/** Keeps the rows of a file, for somebody to say how they are read; once for a key, whatever the retries. */
export async function receiveFile(
  { db, viewer, record, now }: Transaction,
  { read, key, group: slug, fileName }: { read: RowsRead; key: string; group: string; fileName: string },
): Promise<{ textImport: TextImport }> {
  authorize(textImportPolicy.bring(viewer));
  const group = await db.findOneBy(WorkingGroups, { slug });
  if (!group) throw new Refusal("UNKNOWN_CHOICE", "group");
  authorize(textImportPolicy.bring(viewer, group.id));
  const id = isId(key) ? key.toLowerCase() : randomUUID();
  const row = {
    id,
    groupId: group.id,
    fileName: givenLine(fileName.slice(-200), "file", 200) ?? "file",
    format: read.format,
    columns: columnsOf(read),
    rowCount: read.rows.length,
    askedById: viewer.id,
    askedOn: dayOf(now),
  };
  if (!(await insertOnce(db, TextImports, row))) {
    const known = await db.findOneByOrFail(TextImports, { id });
    if (known.askedById !== viewer.id || known.groupId !== group.id) throw new Refusal("CONFLICT", "file");
    return { textImport: known };
  }
  for (let start = 0; start < read.rows.length; start += batch)
    await insertAll(
      db,
      TextImportRows,
      read.rows.slice(start, start + batch).map(({ line, values, unreadable }) => ({
        importId: id,
        line,
        values: storable(values) as Record<string, unknown>,
        unreadable,
      })),
    );
  await record("textImport.received", id, { rows: read.rows.length, format: read.format });
  return { textImport: await db.findOneByOrFail(TextImports, { id }) };
}

/** The columns with what the first rows say, shortened. */
function columnsOf({ rows, columns }: RowsRead): TextImport["columns"] {
  const first = rows.slice(0, 50);
  return [...columns].map((name) => {
    const said = first.map(({ values }) => {
      const value = Object.hasOwn(values, name) ? values[name] : "";
      if (Array.isArray(value)) return shortened(value.join(" | "));
      return shortened(typeof value === "string" || typeof value === "number" ? `${value}` : "");
    });
    return storable({
      name,
      examples: [...new Set(said.filter(Boolean))].slice(0, 3),
    }) as TextImport["columns"][number];
  });
}

const shortened = (text: string) => {
  const line = text.slice(0, 400).replace(/\s+/g, " ").trim();
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
};

/** A value of JSON as PostgreSQL keeps it: without the character zero, nor halves of a character, in names too. */
function storable(value: unknown): unknown {
  if (typeof value === "string") return clean(value);
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [clean(key), storable(part)]));
}

const clean = (text: string) => text.toWellFormed().replaceAll("\0", "");
