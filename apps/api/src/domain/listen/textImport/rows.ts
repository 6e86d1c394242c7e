/**
 * The rows of a file, whatever its format: a table in CSV, an ODS or XLSX workbook, a JSON list, JSON objects one a
 * line. Fields within fields are columns too: « author.name ».
 */
import { isObject } from "@cahier/schema/object";
import { CsvError } from "csv-parse/sync";
import { filesIn } from "../../../platform/files/reading/zip.ts";
import { Unreadable } from "../../../platform/files/reading/unreadable.ts";
import { type Row, tableOf } from "../../../platform/files/table.ts";
import { readWorkbook } from "../formFormat/workbook.ts";
import { flatRow } from "./flat.ts";
import { sheetOf } from "./ods.ts";

/** Kind of a file, by its content. */
export type FileFormat = "CSV" | "JSON" | "JSON_LINES" | "ODS" | "XLSX";

/** The rows of a file, and all its columns, in their order. */
export interface RowsRead {
  format: FileFormat;
  rows: Row[];
  columns: Set<string>;
}

/** Why a file holds nothing that can be imported. */
export type FileFault =
  | "EMPTY"
  | "ENCODING"
  | "NO_ROWS"
  | "NOT_A_TABLE"
  | "TOO_MANY_ROWS"
  | "TOO_MANY_COLUMNS"
  | "TOO_LARGE";

/** A file that cannot be read as rows. */
export class UnreadableRows extends Error {
  readonly reason: FileFault;
  constructor(reason: FileFault, detail: string = reason) {
    super(detail);
    this.reason = reason;
  }
}

/** Limits of a file: what a person can look over, and a server holds at once. */
export const most = { bytes: 20_000_000, rows: 50_000, columns: 200 };

/** Reads a file as rows; throws `UnreadableRows`. */
export async function readRows(bytes: Buffer, decode = anyText): Promise<RowsRead> {
  const found = bytes.subarray(0, 2).toString("latin1") === "PK" ? await workbookRows(bytes) : textRows(decode(bytes));
  if (found.rows.length === 0) throw new UnreadableRows("NO_ROWS");
  if (found.rows.length > most.rows) throw new UnreadableRows("TOO_MANY_ROWS");
  if (found.columns.size > most.columns) throw new UnreadableRows("TOO_MANY_COLUMNS");
  return found;
}

/** The text that a spreadsheet saved: UTF-8, or else windows-1252. */
function anyText(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder("windows-1252").decode(bytes);
    if (text.includes("\0")) throw new UnreadableRows("ENCODING");
    return text;
  }
}

function textRows(text: string): RowsRead {
  const start = text.trimStart()[0];
  if (start === undefined) throw new UnreadableRows("EMPTY");
  if (start === "[") return jsonRows(parsed(text));
  if (start !== "{") return csvRows(text);
  // One object that holds a list is a file of another platform; any other begins a row a line.
  const whole = tried(text);
  const [first] = text.trimStart().split(/\r?\n/, 1);
  return whole !== undefined && listIn(whole, 3)?.some(isObject)
    ? jsonRows(whole)
    : isObject(tried(first!)) && text.trim() !== "{}"
      ? jsonLines(text)
      : jsonRows(parsed(text));
}

function csvRows(text: string): RowsRead {
  try {
    return { format: "CSV", ...tableOf(text) };
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableRows("NOT_A_TABLE", error.message);
    throw error;
  }
}

function jsonLines(text: string): RowsRead {
  const columns = new Set<string>();
  const rows = text
    .split(/\r?\n/)
    .flatMap((line, index): Row[] => (line.trim() ? [rowOf(tried(line), index + 1, columns)] : []));
  return { format: "JSON_LINES", rows, columns };
}

/** A list of objects, or the first list within an object: a file of another platform may say things beside it. */
function jsonRows(value: unknown): RowsRead {
  const list = listIn(value, 3);
  if (!list) throw new UnreadableRows("NO_ROWS");
  const columns = new Set<string>();
  return { format: "JSON", rows: list.map((one, index) => rowOf(one, index + 1, columns)), columns };
}

/** The list of objects that lies nearest; `{ edges: [{ node }] }` is one of nodes. */
function listIn(value: unknown, depth: number): unknown[] | null {
  if (Array.isArray(value)) {
    const nodes = value.every((one) => isObject(one) && isObject(one.node));
    return nodes && value.length > 0 ? value.map((one) => (one as { node: unknown }).node) : value;
  }
  if (!isObject(value) || depth === 0) return null;
  for (const part of Object.values(value)) if (Array.isArray(part)) return listIn(part, depth - 1);
  for (const part of Object.values(value)) {
    const found = listIn(part, depth - 1);
    if (found) return found;
  }
  return null;
}

function rowOf(value: unknown, line: number, columns: Set<string>): Row {
  if (!isObject(value)) return { line, values: {}, unreadable: "not a JSON object" };
  const values = flatRow(value);
  for (const key of Object.keys(values)) columns.add(key);
  return { line, values, unreadable: null };
}

async function workbookRows(bytes: Buffer): Promise<RowsRead> {
  try {
    const files = await filesIn(bytes, (name) => name === "content.xml" || name === "xl/workbook.xml");
    if (files.has("content.xml")) return { format: "ODS", ...table(await sheetOf(files.get("content.xml")!)) };
    const sheets = await readWorkbook(bytes, () => true);
    const [sheet = []] = [...sheets.values()].filter((rows) => rows.length > 0);
    const lines = sheet.map(({ number, cells }) => ({
      number,
      cells: new Map([...cells].map(([column, { text }]) => [column, text])),
    }));
    return { format: "XLSX", ...table(lines) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (error.reason === "TOO_MANY") throw new UnreadableRows("TOO_MANY_ROWS");
    throw new UnreadableRows(error.reason === "INFLATED" ? "TOO_LARGE" : "NOT_A_TABLE", error.message);
  }
}

/** A line of a sheet: as it is numbered there, and its cells by column. */
export interface SheetLine {
  number: number;
  cells: Map<number, string>;
}

/** The first line says the columns; a column without a name is left out. */
function table([head, ...body]: SheetLine[]) {
  const names = [...(head?.cells ?? [])].filter(([, name]) => name.trim());
  const rows = body.map(({ number, cells }): Row => {
    const values = Object.fromEntries(names.map(([column, name]) => [name.trim(), cells.get(column) ?? ""]));
    return { line: number, values, unreadable: null };
  });
  return { rows, columns: new Set(names.map(([, name]) => name.trim())) };
}

function parsed(text: string): unknown {
  const value = tried(text);
  if (value === undefined) throw new UnreadableRows("NOT_A_TABLE", "not JSON");
  return value;
}

function tried(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}
