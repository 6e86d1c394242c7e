import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** End of a line of a trace: a file, its line and column, from 1. */
const place = /\.js:(\d{1,9}):(\d{1,9})\)?$/;
/** Places that were looked up: an error that comes again is named at once. */
const known = new Map<string, string>();
const mostKnown = 2000;

/**
 * The trace of an error with the names and lines of sources, where it names the one file made of them. Its map is read
 * when an error is told, and not kept: with `--enable-source-maps` Node reads it at each start, and holds it in memory.
 */
export function withSourceNames(trace: string | undefined): string | undefined {
  const maps = new Map<string, SourceMap | null>();
  const mapOf = (file: string) => {
    if (!maps.has(file)) maps.set(file, existsSync(`${file}.map`) ? mapIn(`${file}.map`) : null);
    return maps.get(file);
  };
  const named = (line: string) => {
    const from = line.lastIndexOf("file:///");
    const at = from < 0 ? null : place.exec(line);
    const file = at && pathOf(line.slice(from, at.index + ".js".length));
    if (!file) return line;
    const written = line.slice(from).replace(/\)$/, "");
    const found = known.get(written) ?? sourceOf(file, mapOf(file), Number(at[1]), Number(at[2])) ?? written;
    if (known.size < mostKnown) known.set(written, found);
    return line.slice(0, from) + found + (line.endsWith(")") ? ")" : "");
  };
  return trace?.split("\n").map(named).join("\n");
}

/** Path of an address; null where it is none, as in the words of a message. */
function pathOf(address: string): string | null {
  try {
    return fileURLToPath(address);
  } catch {
    return null;
  }
}

const mapIn = (file: string) => new SourceMap(JSON.parse(readFileSync(file, "utf8")));

function sourceOf(file: string, map: SourceMap | null | undefined, line: number, column: number): string | null {
  const found = map?.findEntry(line - 1, column - 1);
  if (!found || !("originalSource" in found)) return null;
  return `${relative(process.cwd(), resolve(dirname(file), found.originalSource))}:${found.originalLine + 1}`;
}
