import { textOf } from "../../../platform/files/reading/text.ts";
import { Unreadable } from "../../../platform/files/reading/unreadable.ts";
import { readXml } from "../../../platform/files/reading/xml.ts";
import type { SheetLine } from "./rows.ts";

/** A sheet may say that its last line is repeated a million times: lines without a word are skipped, never made. */
const mostRows = 50_000;
const mostColumns = 200;

/** The first sheet of an OpenDocument spreadsheet in which something is written: its lines, without the empty ones. */
export async function sheetOf(content: Buffer): Promise<SheetLine[]> {
  const lines: SheetLine[] = [];
  let sheets = 0;
  let sheetRead = 0;
  let number = 0;
  let line = new Map<number, string>();
  let column = 0;
  let times = { row: 1, cell: 1 };
  let cell = { text: "", date: "", paragraphs: 0 };
  let paragraph = false;
  let note = 0;
  await readXml(textOf(content), {
    open: (name, attributes) => {
      if (name === "table") sheets++;
      if (name === "annotation") note++;
      if (name === "table-row") {
        line = new Map();
        column = 0;
        times = { row: repeated(attributes["table:number-rows-repeated"]), cell: 1 };
      }
      if (name === "table-cell" || name === "covered-table-cell") {
        times.cell = repeated(attributes["table:number-columns-repeated"]);
        cell = { text: "", date: attributes["office:date-value"] ?? "", paragraphs: 0 };
      }
      if (note > 0) return;
      if (name === "p") {
        if (cell.paragraphs++ > 0) cell.text += "\n";
        paragraph = true;
      }
      if (name === "s") cell.text += " ".repeat(Math.min(repeated(attributes["text:c"]), 100));
      if (name === "tab") cell.text += "\t";
      if (name === "line-break") cell.text += "\n";
    },
    text: (found) => {
      if (paragraph && note === 0) cell.text += found;
    },
    close: (name) => {
      if (name === "annotation") note--;
      if (name === "p") paragraph = false;
      if (name === "table-cell" || name === "covered-table-cell") {
        const shown = cell.date.slice(0, 10) || cell.text;
        if (shown.trim()) {
          if (column + times.cell > mostColumns) throw new Unreadable("TOO_MANY");
          for (let at = 0; at < times.cell; at++) line.set(column + at, shown);
        }
        column += times.cell;
      }
      // Another sheet begins only where the first ones were empty.
      if (name === "table-row" && (lines.length === 0 || sheets === sheetRead)) {
        const first = number + 1;
        number += times.row;
        if (line.size === 0) return;
        sheetRead = sheets;
        if (lines.length + times.row > mostRows) throw new Unreadable("TOO_MANY");
        for (let at = 0; at < times.row; at++) lines.push({ number: first + at, cells: line });
      }
      if (name === "table" && lines.length === 0) number = 0;
    },
  });
  return lines;
}

const repeated = (said: string | undefined) => Math.max(1, Number(said) || 1);
