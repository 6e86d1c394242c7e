import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import { Misconfigured } from "../platform/config.ts";

/** A row of a file: its line, from 1, and what its columns say; or why it can't be read. */
export interface Row {
  line: number;
  values: Record<string, unknown>;
  unreadable: string | null;
}

/** Reads a file as text; what prevents it is said in one sentence. */
export function readUtf8(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new Misconfigured(`There is no file ${file}.`);
    if (code === "EISDIR") throw new Misconfigured(`${file} is a folder.`);
    throw new Misconfigured(`${file} can't be read: ${(error as Error).message}.`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes); // a byte order mark is left out
  } catch {
    throw new Misconfigured(`${file} is not in UTF-8: save it as « CSV UTF-8 », then import it again.`);
  }
}

/** The rows of a file of JSON objects, one a line, or of a table in CSV. */
export function rowsOf(file: string): { rows: Row[]; columns: Set<string> } {
  const text = readUtf8(file);
  const name = basename(file);
  const start = text.trimStart()[0];
  if (start === undefined) throw new Misconfigured(`${name} is empty.`);
  if (start === "[") throw new Misconfigured(`${name} is a JSON list: give one object a line instead.`);
  const found = start === "{" ? jsonLines(text) : table(text, name);
  if (found.rows.length === 0) throw new Misconfigured(`${name} holds no rows.`);
  return found;
}

function jsonLines(text: string) {
  const columns = new Set<string>();
  const rows = text.split(/\r?\n/).flatMap((line, index): Row[] => {
    if (!line.trim()) return [];
    let values: unknown;
    try {
      values = JSON.parse(line);
    } catch {
      // Said of the row, like what is not an object.
    }
    if (typeof values !== "object" || values === null || Array.isArray(values))
      return [{ line: index + 1, values: {}, unreadable: "not a JSON object" }];
    for (const key of Object.keys(values)) columns.add(key);
    return [{ line: index + 1, values: values as Record<string, unknown>, unreadable: null }];
  });
  return { rows, columns };
}

function table(text: string, name: string) {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    // One sign ends a line, or those within quotes would be counted twice.
    records = parse(text.replace(/\r\n?/g, "\n"), {
      delimiter: delimiterOf(text),
      record_delimiter: "\n",
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as typeof records;
  } catch (error) {
    if (error instanceof CsvError) throw new Misconfigured(`${name} is not a table in CSV: ${error.message}.`);
    throw error;
  }
  const [head, ...body] = records;
  const columns = head!.record.map((column) => column.trim());
  let line = head!.info.lines;
  const rows = body.map(({ record, info }): Row => {
    const row = { line: line + 1, values: {}, unreadable: null };
    line = info.lines;
    if (record.length !== columns.length)
      return { ...row, unreadable: `${record.length} columns where the first line has ${columns.length}` };
    return { ...row, values: Object.fromEntries(columns.map((column, index) => [column, record[index]])) };
  });
  return { rows, columns: new Set(columns) };
}

/** What parts the columns of the first line: the sign that comes most, outside quotes. */
function delimiterOf(text: string) {
  const head = text.replace(/"(?:[^"]|"")*"/g, "").match(/[^\r\n]*/)![0];
  const times = (sign: string) => head.split(sign).length;
  return [";", ",", "\t"].toSorted((a, b) => times(b) - times(a))[0]!;
}
