import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Misconfigured } from "../platform/config.ts";
import { type FileFault, most, readRows, type RowsRead, UnreadableRows } from "../domain/listen/textImport/rows.ts";

/** Reads a file as text; what prevents it is said in one sentence. */
export const readUtf8 = (file: string) => utf8Of(bytesOf(file), file);

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new Misconfigured(`There is no file ${file}.`);
    if (code === "EISDIR") throw new Misconfigured(`${file} is a folder.`);
    throw new Misconfigured(`${file} can't be read: ${(error as Error).message}.`);
  }
}

function utf8Of(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes); // a byte order mark is left out
  } catch {
    throw new Misconfigured(`${file} is not in UTF-8: save it as « CSV UTF-8 », then import it again.`);
  }
}

const sentences: Record<FileFault, (name: string, detail: string) => string> = {
  EMPTY: (name) => `${name} is empty.`,
  ENCODING: (name) => `${name} is not in UTF-8: save it as « CSV UTF-8 », then import it again.`,
  NO_ROWS: (name) => `${name} holds no rows.`,
  NOT_A_TABLE: (name, detail) => `${name} is not a table in CSV, ODS or XLSX, nor JSON: ${detail}.`,
  TOO_MANY_ROWS: (name) => `${name} holds more than ${most.rows} rows: part it in two.`,
  TOO_MANY_COLUMNS: (name) => `${name} has more than ${most.columns} columns: keep those that are read.`,
  TOO_LARGE: (name) => `${name} is too large once unpacked: save it as CSV, then import it again.`,
};

/** The rows of a file, whatever its format; what prevents it is said in one sentence. */
export async function rowsOf(file: string): Promise<RowsRead> {
  try {
    return await readRows(bytesOf(file), (bytes) => utf8Of(bytes, file));
  } catch (error) {
    if (error instanceof UnreadableRows)
      throw new Misconfigured(sentences[error.reason](basename(file), error.message));
    throw error;
  }
}
