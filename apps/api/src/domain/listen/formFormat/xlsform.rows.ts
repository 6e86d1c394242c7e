import type { Assembly, Choice } from "./assembly.ts";
import type { SheetRow } from "./workbook.ts";
import { languageOf, type Texts } from "./formWords.ts";

/** A column of a sheet: what it holds, and in which language. */
export interface Column {
  name: string;
  language: string | null;
}

/** A row by the names of its columns. */
export interface Line {
  place: string;
  cells: Map<string, string>;
  texts: Map<string, Record<string, string>>;
  formulas: string[];
  unreadable: string[];
}

/** Columns of words; the last three are of this site, whose questions say why they are asked, and in simple words. */
const told = new Set(
  "label hint guidance_hint constraint_message required_message rationale plain plain_hint".split(" "),
);

/** « label::Français (fr) », « bind::relevant », « list name »: what the head of a column means. */
export function columnOf(head: string): Column {
  const [first = "", ...rest] = head
    .trim()
    .split(/::?/)
    .map((part) => part.trim());
  const name = first.toLowerCase().replace(/\s+/g, "_");
  if (["bind", "body", "control"].includes(name)) return columnOf(rest.join("::") || name);
  const plain = name === "caption" ? "label" : name === "media" ? (rest.shift() ?? name).toLowerCase() : name;
  return { name: plain, language: rest.length ? languageOf(rest.join(":")) : null };
}

/** The rows of a sheet under its first one, and the languages its words are in. */
export function linesOf(sheet: string, rows: readonly SheetRow[], unnamed: string) {
  const [head, ...body] = rows;
  const columns = new Map([...(head?.cells ?? [])].map(([index, { text }]) => [index, columnOf(text)]));
  const languages = new Set<string>();
  const lines = body.map(({ number, cells }): Line => {
    const line: Line = {
      place: `${sheet}:${number}`,
      cells: new Map(),
      texts: new Map(),
      formulas: [],
      unreadable: [],
    };
    for (const [index, { text, formula, unreadable }] of cells) {
      const column = columns.get(index);
      const name = column?.name ?? `#${index + 1}`;
      if (unreadable) line.unreadable.push(name);
      else if (formula) line.formulas.push(`${name} = ${text}`);
      if (!text) continue;
      if (!column || !told.has(name)) {
        line.cells.set(name, text);
        continue;
      }
      const language = column.language ?? unnamed;
      if (name === "label") languages.add(language);
      line.texts.set(name, { ...line.texts.get(name), [language]: text });
    }
    return line;
  });
  return { lines, columns: [...columns.values()], languages: [...languages] };
}

export const textsOf = (line: Line, name: string): Texts => line.texts.get(name) ?? {};

/** The choices of each list, and what their sheet has that is not taken. */
export function listsOf(lines: readonly Line[]): Map<string, Choice[]> {
  const lists = new Map<string, Choice[]>();
  for (const line of lines) {
    const list = line.cells.get("list_name") ?? line.cells.get("list");
    const code = line.cells.get("name") ?? line.cells.get("value");
    if (!list || code === undefined) continue;
    const choice = { code, label: textsOf(line, "label"), plain: textsOf(line, "plain") };
    const known = lists.get(list);
    if (known) known.push(choice);
    else lists.set(list, [choice]);
  }
  return lists;
}

/** Reports formulas, of which the last computed value is read, and cells that can't be read. */
export function sayCells({ changed, left }: Assembly, lines: readonly Line[]) {
  for (const { place, cells, formulas, unreadable } of lines) {
    const spot = { place, name: cells.get("name") ?? null };
    for (const formula of formulas) changed("FORMULA", spot, formula);
    for (const column of unreadable) left("UNREADABLE_CELL", spot, column);
  }
}
