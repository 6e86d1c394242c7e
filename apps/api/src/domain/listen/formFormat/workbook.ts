import { textOf } from "../../../platform/files/reading/text.ts";
import { Unreadable } from "../../../platform/files/reading/unreadable.ts";
import { most } from "./limits.ts";
import { readXml } from "../../../platform/files/reading/xml.ts";
import { filesIn } from "../../../platform/files/reading/zip.ts";

/** A cell, as it shows. */
export interface Cell {
  text: string;
  /** Computed: what was last computed is what is read. */
  formula: boolean;
  /** Holds an error, or a formula that nobody computed. */
  unreadable: boolean;
}

/** A row that something is written in. */
export interface SheetRow {
  /** As the spreadsheet numbers it, from 1. */
  number: number;
  /** By column, from 0. */
  cells: Map<number, Cell>;
}

/** The sheets of a workbook by their names, lowercased. */
export type Workbook = Map<string, SheetRow[]>;

const parts = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;

/** Reads the sheets of an .xlsx file whose names are wanted. */
export async function readWorkbook(archive: Buffer, wanted: (sheet: string) => boolean): Promise<Workbook> {
  const files = await filesIn(archive, (name) => parts.test(name));
  const content = (name: string) => {
    const file = files.get(name);
    if (!file) throw new Unreadable("BROKEN");
    return textOf(file);
  };
  if (!files.has("xl/workbook.xml")) throw new Unreadable("UNKNOWN");

  const named: { name: string; id: string }[] = [];
  await readXml(content("xl/workbook.xml"), {
    open: (element, { name, "r:id": id, ...more }) => {
      const target = id ?? Object.entries(more).find(([key]) => key.endsWith(":id"))?.[1];
      if (element === "sheet" && name && target) named.push({ name: name.trim().toLowerCase(), id: target });
    },
  });
  const targets = new Map<string, string>();
  await readXml(content("xl/_rels/workbook.xml.rels"), {
    open: (element, { Id, Target }) => void (element === "Relationship" && Id && Target && targets.set(Id, Target)),
  });
  const strings = files.has("xl/sharedStrings.xml") ? await sharedStrings(content("xl/sharedStrings.xml")) : [];

  const sheets: Workbook = new Map();
  for (const { name, id } of named) {
    if (!wanted(name)) continue;
    const target = targets.get(id) ?? "";
    sheets.set(name, await readSheet(content(target.startsWith("/") ? target.slice(1) : `xl/${target}`), strings));
  }
  return sheets;
}

async function sharedStrings(text: string): Promise<string[]> {
  const strings: string[] = [];
  let reading = false;
  await readXml(text, {
    open: (name) => {
      if (name === "si") strings.push("");
      // A pronunciation (`rPh`) has a `t` too.
      reading = name === "t" || (reading && name !== "rPh");
    },
    text: (found) => {
      if (reading && strings.length) strings[strings.length - 1] += found;
    },
    close: () => (reading = false),
  });
  return strings;
}

const letters = (reference: string) => /^[A-Z]+/.exec(reference)?.[0] ?? "";
const columnOf = (reference: string) =>
  letters(reference)
    .split("")
    .reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

async function readSheet(text: string, strings: readonly string[]): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  let row: SheetRow = { number: 0, cells: new Map() };
  let column = -1;
  let cell = { type: "", value: "", formula: false };
  let within = "";
  await readXml(text, {
    open: (name, { r, t }) => {
      if (name === "row") row = { number: Number(r) || row.number + 1, cells: new Map() };
      if (name === "row") column = -1;
      if (name === "c") {
        column = r ? columnOf(r) : column + 1;
        cell = { type: t ?? "", value: "", formula: false };
      }
      if (name === "f") cell.formula = true;
      within = name;
    },
    text: (found) => {
      if (within === "v" || within === "t") cell.value += found;
    },
    close: (name) => {
      within = "";
      if (name === "row" && row.cells.size > 0) {
        if (rows.length >= most.rows) throw new Unreadable("TOO_MANY");
        rows.push(row);
      }
      if (name !== "c") return;
      const unreadable = cell.type === "e" || (cell.formula && cell.value === "");
      const shown = textIn(cell.type, cell.value, strings);
      if (shown === "" && !unreadable) return;
      if (column < 0 || column >= most.columns) throw new Unreadable("TOO_MANY");
      row.cells.set(column, { text: shown, formula: cell.formula, unreadable });
    },
  });
  return rows;
}

function textIn(type: string, value: string, strings: readonly string[]): string {
  if (type === "s") return (strings[Number(value)] ?? "").trim();
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  return type === "e" ? "" : value.trim();
}
