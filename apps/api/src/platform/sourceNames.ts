import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** A place in a file: its line and column, from 1. */
const place = /file:\/\/[^\s()]+?\.js:(\d+):(\d+)/g;
/** Places that were looked up: an error that comes again is named at once. */
const known = new Map<string, string>();
const mostKnown = 2000;

/**
 * The trace of an error with the names and lines of sources, where it names the one file made of them. Its map is read
 * when an error is told, and not kept: Node reads it at each start, and holds it in memory.
 */
export const withSourceNames = (trace: string | undefined) =>
  trace?.replaceAll(place, (written: string, line: string, column: string) => {
    const found = known.get(written) ?? (nameOf(written, Number(line), Number(column)) || written);
    if (known.size < mostKnown) known.set(written, found);
    return found;
  });

function nameOf(written: string, line: number, column: number): string | null {
  const file = fileURLToPath(written.replace(/:\d+:\d+$/, ""));
  if (!existsSync(`${file}.map`)) return null;
  const { sources, mappings } = JSON.parse(readFileSync(`${file}.map`, "utf8")) as {
    sources: string[];
    mappings: string;
  };
  const found = mapped(mappings, line - 1, column - 1);
  return found && `${relative(process.cwd(), resolve(dirname(file), sources[found.source]!))}:${found.line + 1}`;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The source and line of a place, from the mappings of a source map (ECMA-426): differences in base 64, `;` ends a line. */
export function mapped(mappings: string, line: number, column: number): { source: number; line: number } | null {
  let at = 0;
  // Column of the file; then source, line and column there: each counts from the one before.
  const now = [0, 0, 0, 0];
  let found: { source: number; line: number } | null = null;
  let field = 0;
  let value = 0;
  let shift = 0;
  for (const letter of mappings) {
    if (letter === ";" || letter === ",") {
      if (at === line && field >= 4 && (!found || now[0]! <= column)) found = { source: now[1]!, line: now[2]! };
      field = 0;
      if (letter === ",") continue;
      if (at === line) return found;
      at += 1;
      now[0] = 0;
      continue;
    }
    const digit = digits.indexOf(letter);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    if (field < 4) now[field]! += value & 1 ? -(value >> 1) : value >> 1;
    field += 1;
    value = 0;
    shift = 0;
  }
  return at === line && field >= 4 && (!found || now[0]! <= column) ? { source: now[1]!, line: now[2]! } : found;
}
