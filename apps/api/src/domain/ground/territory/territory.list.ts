/**
 * A list of territories as people bring it: a table of code, name, parent and population. The one that holds all the
 * others, where there is one, is the instance itself; those right below are counted, and may hold one level more.
 */
import { limits } from "@cahier/schema/limits";
import type { TerritoryFaultKind } from "../../../graphql/resolvers.generated.ts";
import { tableOf } from "../../../platform/files/table.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { fold } from "../../../platform/text/fold.ts";

/** The most lines of a list. */
export const mostLines = 500;

export interface Fault {
  kind: TerritoryFaultKind;
  value: string | null;
}

/** A line of a list, read. */
export interface ListLine {
  line: number;
  code: string;
  name: string;
  parent: string | null;
  population: number | null;
  level: number | null;
  faults: Fault[];
}

/** A territory that is there already, as lists code it. */
export interface Known {
  code: string;
  parent: string | null;
}

const heads = {
  code: ["code"],
  name: ["name", "nom"],
  parent: ["parent", "within", "dans"],
  population: ["population", "habitants", "inhabitants"],
} as const;

/** Reads a table, next to the territories that stay; throws a `CsvError` for what is none. */
export function listOf(text: string, known: readonly Known[] = []): ListLine[] {
  const { rows, columns } = tableOf(text.replace(/^\uFEFF/, ""));
  if (columns.size === 0) throw new Refusal("REQUIRED", "file");
  const column = (head: keyof typeof heads) =>
    [...columns].find((one) => (heads[head] as readonly string[]).includes(fold(one)));
  const of = { code: column("code"), name: column("name"), parent: column("parent"), people: column("population") };
  if (!of.code) throw new Refusal("NO_COLUMN", "file", "code");
  if (!of.name) throw new Refusal("NO_COLUMN", "file", "name");
  if (rows.length === 0) throw new Refusal("REQUIRED", "file");
  if (rows.length > mostLines) throw new Refusal("TOO_MANY_LINES", "file", String(mostLines));
  const lines = rows.map(({ line, values, unreadable }): ListLine => {
    const cell = (name: string | undefined) => (name ? ((values[name] as string | undefined) ?? "").trim() : "");
    const code = cell(of.code).toUpperCase();
    const read = { line, code, name: cell(of.name), parent: cell(of.parent).toUpperCase() || null, level: null };
    if (unreadable) return { ...read, population: null, faults: [{ kind: "CELLS", value: null }] };
    const population = peopleIn(cell(of.people));
    const faults = faultsOf(read.code, read.name);
    if (population === undefined) faults.push({ kind: "NOT_A_POPULATION", value: cell(of.people) });
    return { ...read, population: population ?? null, faults };
  });
  place(lines, known);
  return lines;
}

function faultsOf(code: string, name: string): Fault[] {
  const faults: Fault[] = [];
  if (!code) faults.push({ kind: "NO_CODE", value: null });
  else if (!/^[A-Z0-9][A-Z0-9.-]{0,11}$/.test(code)) faults.push({ kind: "NOT_A_CODE", value: code });
  if (!name) faults.push({ kind: "NO_NAME", value: null });
  else if (name.length > limits["territory.name"]) faults.push({ kind: "LONG_NAME", value: null });
  return faults;
}

/** « 1 234 567 », « 1'234'567 »; null where nothing is said, undefined for what is no number of people. */
function peopleIn(text: string): number | null | undefined {
  if (!text) return null;
  const digits = text.replace(/[\s'’]/g, "");
  return /^\d{1,10}$/.test(digits) && Number(digits) < 2 ** 31 ? Number(digits) : undefined;
}

/** Says how deep each line lies, and what is wrong with where it lies. */
function place(lines: ListLine[], known: readonly Known[]) {
  const there = new Map(known.map((one) => [one.code, one]));
  const first = new Map<string, ListLine>();
  for (const line of lines) {
    const before = first.get(line.code);
    if (line.code && before) line.faults.push({ kind: "DOUBLE_CODE", value: String(before.line) });
    else first.set(line.code, line);
  }
  const whole = wholeOf(lines, there);
  const above = ({ parent }: Known) => (parent === whole?.code ? null : parent);
  for (const line of lines) {
    const depth = line === whole ? 0 : depthOf(line, above, first, there);
    if (typeof depth === "string") line.faults.push({ kind: depth, value: line.parent });
    else if (depth > 2) line.faults.push({ kind: "TOO_DEEP", value: line.parent });
    else line.level = depth;
    const kept = there.get(line.code);
    if (kept && line.level !== null && kept.parent !== above(line))
      line.faults.push({ kind: "MOVED", value: kept.parent });
  }
}

/** The only line without a parent, where others lie in it: new among what stays, it holds some of that. */
function wholeOf(lines: readonly ListLine[], there: ReadonlyMap<string, Known>) {
  const roots = lines.filter(({ parent }) => !parent);
  const [root] = roots;
  if (roots.length !== 1 || !root?.code || there.has(root.code)) return null;
  const inside = lines.filter(({ parent }) => parent === root.code);
  return inside.length > 0 && (there.size === 0 || inside.some(({ code }) => there.has(code))) ? root : null;
}

/** From 1 for a line that nothing but the whole holds; or why it is nowhere. */
function depthOf(
  line: ListLine,
  above: (one: Known) => string | null,
  lines: ReadonlyMap<string, ListLine>,
  there: ReadonlyMap<string, Known>,
) {
  const seen = new Set<string>();
  let depth = 1;
  for (let at: Known = line; ; depth++) {
    const parent = above(at);
    if (!parent) return depth;
    if (seen.has(parent)) return "CYCLE" as const;
    seen.add(parent);
    const next = lines.get(parent) ?? there.get(parent);
    // A parent that lies nowhere is told at its own line.
    if (!next) return at === line ? ("UNKNOWN_PARENT" as const) : depth;
    at = next;
  }
}
