import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** A place in a file: its address, then its line and column, from 1. */
const place = /(file:\/\/[^\s()]+?\.js):(\d+):(\d+)/g;
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
  return trace?.replaceAll(place, (written: string, address: string, line: string, column: string) => {
    const file = fileURLToPath(address);
    const found = known.get(written) ?? sourceOf(file, mapOf(file), Number(line), Number(column)) ?? written;
    if (known.size < mostKnown) known.set(written, found);
    return found;
  });
}

const mapIn = (file: string) => new SourceMap(JSON.parse(readFileSync(file, "utf8")));

function sourceOf(file: string, map: SourceMap | null | undefined, line: number, column: number): string | null {
  const found = map?.findEntry(line - 1, column - 1);
  if (!found || !("originalSource" in found)) return null;
  return `${relative(process.cwd(), resolve(dirname(file), found.originalSource))}:${found.originalLine + 1}`;
}
