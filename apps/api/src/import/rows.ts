import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { CsvError } from "csv-parse/sync";
import { Misconfigured } from "../platform/config.ts";
import { type Row, tableOf } from "../platform/files/table.ts";

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
  try {
    return tableOf(text);
  } catch (error) {
    if (error instanceof CsvError) throw new Misconfigured(`${name} is not a table in CSV: ${error.message}.`);
    throw error;
  }
}
