import { writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { forTheOperator } from "../operator.ts";
import type { ImportOutcome } from "../domain/propose/initiative/import.commands.ts";
import { asked, helps } from "../platform/asked.ts";
import { config } from "../platform/config.ts";
import { home } from "../platform/folders.ts";
import { destinationOf } from "./destination.ts";
import { importContributions, type Rejected } from "./contributions.ts";
import { importTable, reasonOf } from "./initiatives.ts";
import { readMap } from "../domain/listen/textImport/map.ts";
import { readUtf8 } from "./rows.ts";

const usage = `Import texts: npm run import -- contributions FILE --map MAP.json [--empty] (FILE: CSV, ODS, XLSX, JSON)
Import sheets of initiatives: npm run import -- initiatives FILE [--group SLUG] [--empty] (FILE: CSV in UTF-8)`;

/** `npm run import -- contributions FILE --map MAP.json`, `npm run import -- initiatives FILE --group SLUG`. */
function given(): { file: string; map: string } | { file: string; group: string | undefined } | null {
  const options = { map: { type: "string" }, group: { type: "string" } } as const;
  const { values, positionals } = asked("npm run import -- contributions FILE --map MAP.json [--empty]", options, 2);
  const [what, file] = positionals;
  if (!file) return null;
  if (what === "initiatives" && !values.map) return { file, group: values.group };
  return what === "contributions" && values.map ? { file, map: values.map } : null;
}

helps(usage);
const what = given();
/** Said before anything is written, since a machine may hold the demonstration beside an instance. */
const tellWhere = () => console.error(`Into ${destinationOf(config, home())}.`);
if (!what) {
  console.error(usage);
  process.exitCode = 1;
} else if (!("map" in what))
  await forTheOperator(async (database) => {
    tellWhere();
    const { rows, unknownColumns } = await importTable(database, what.file, what.group);
    const times = (...outcomes: ImportOutcome[]) =>
      count(rows.filter(({ outcome }) => outcomes.includes(outcome)).length);
    console.log(
      `${count(rows.length)} rows read: ${times("NEW")} initiatives validated, ${times("HELD")} to be read first, ${times("KNOWN")} already there.`,
    );
    if (unknownColumns.length > 0) console.log(`  Columns that say nothing here: ${unknownColumns.join(", ")}`);
    const rejected = rows
      .filter(({ outcome }) => outcome === "LEFT_OUT")
      .map((row) => ({ line: row.line, reason: reasonOf(row) }));
    tell(rejected);
  });
else
  await forTheOperator(async (database) => {
    tellWhere();
    const map = readMap(readUtf8(what.map), basename(what.map));
    const { rows, written, known, rejected } = await importContributions(database, what.file, map, progress());
    // So many rows at once: what PostgreSQL knows of the table is made new now, not when it finds the time.
    if (written) await database.query("vacuum (analyze) contribution, contribution_search");
    console.log(`${count(rows)} rows read: ${count(written)} contributions written, ${count(known)} already there.`);
    tell(rejected);
  });

/** Prints the number of rejected rows, by reason, and the file that lists each. */
function tell(rejected: Rejected[]) {
  if (rejected.length === 0) return;
  for (const [reason, times] of reasons(rejected)) console.log(`  ${count(times)} × ${reason}`);
  console.log(`${count(rejected.length)} rows have no place: each with its line and reason in ${listed(rejected)}`);
}

function count(number: number) {
  return number.toLocaleString("en");
}

/** On a terminal, one line that changes; elsewhere, a line at each tenth. */
function progress() {
  let told = -1;
  return (done: number, all: number) => {
    const tenth = all ? Math.floor((10 * done) / all) : 10;
    const line = `${count(done)} / ${count(all)}`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}${done === all ? "\n" : ""}`);
    else if (tenth > told) process.stderr.write(`${line}\n`);
    told = tenth;
  };
}

/** The commonest reasons, what is said of one row left aside. */
function reasons(rejected: Rejected[]) {
  const times = new Map<string, number>();
  for (const { reason } of rejected) {
    const kind = reason.replace(/« .* »/s, "« … »").replace(/line \d+/, "line …");
    times.set(kind, (times.get(kind) ?? 0) + 1);
  }
  return [...times].toSorted(([, a], [, b]) => b - a).slice(0, 10);
}

/** Writes the rows that have no place beside the file, or here where that folder is not ours to write in. */
function listed(rejected: Rejected[]) {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = rejected.map(({ line, reason }) => `${line},${quoted(reason)}`);
  const table = `\uFEFFline,reason\n${lines.join("\n")}\n`;
  const name = `${what!.file}.rejected.csv`;
  try {
    writeFileSync(name, table);
    return name;
  } catch {
    const here = resolve(basename(name));
    writeFileSync(here, table);
    return here;
  }
}
