import type { Readable } from "node:stream";
import type { Cell, Table } from "./cell.ts";
import { escaped } from "./xml.ts";
import { zip } from "./zip.ts";

const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Places in the list of `cellXfs` below. `words` carries `quotePrefix`: text it stays, even once it is edited. */
const style = { words: 1, day: 2, key: 3, label: 4 };

const styles = `${head}<styleSheet xmlns="${spreadsheet}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><sz val="9"/><color rgb="FF666666"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="5"><xf/><xf quotePrefix="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1" quotePrefix="1"/><xf fontId="2" applyFont="1" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

/** The most that a cell can hold. */
const most = 32_767;

/** « _x000D_ » in somebody's words is not the character of that number. */
const words = (text: string) => escaped(text.slice(0, most)).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");

const text = (cell: string, of: number) =>
  `<c t="inlineStr" s="${of}"><is><t xml:space="preserve">${words(cell)}</t></is></c>`;

/** Days since 30 December 1899. */
const serial = (day: string) => Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);

function cellOf(cell: Cell, isDay: boolean): string {
  if (cell === null) return "<c/>";
  if (typeof cell === "number") return `<c><v>${cell}</v></c>`;
  if (isDay && /^\d{4}-\d\d-\d\d$/.test(cell)) return `<c s="${style.day}"><v>${serial(cell)}</v></c>`;
  return text(cell, style.words);
}

/** A sheet as it is written: a line of keys and a line of labels that stay in sight, then the rows. */
async function* sheet({ columns, rows }: Table) {
  const widths = columns
    .map(
      ({ kind }, at) => `<col min="${at + 1}" max="${at + 1}" width="${kind === "words" ? 40 : 16}" customWidth="1"/>`,
    )
    .join("");
  yield `${head}<worksheet xmlns="${spreadsheet}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>`;
  yield `<row>${columns.map(({ key }) => text(key, style.key)).join("")}</row>`;
  yield `<row>${columns.map(({ label }) => text(label, style.label)).join("")}</row>`;
  const isDay = columns.map(({ kind }) => kind === "day");
  for await (const batch of rows) {
    let xml = "";
    for (const row of batch) {
      xml += "<row>";
      for (let at = 0; at < row.length; at++) xml += cellOf(row[at]!, isDay[at]!);
      xml += "</row>";
    }
    yield xml;
  }
  yield "</sheetData></worksheet>";
}

/** Tables as a workbook, one a sheet, in their order: each is read once the one before was written. */
export function xlsx(tables: Table[]): Readable {
  const numbered = tables.map((table, at) => ({ table, number: at + 1 }));
  const list = (one: (of: (typeof numbered)[number]) => string) => numbered.map(one).join("");
  const part = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return zip([
    {
      name: "[Content_Types].xml",
      content: `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${part}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${part}.styles+xml"/>${list(({ number }) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${part}.worksheet+xml"/>`)}</Types>`,
    },
    {
      name: "_rels/.rels",
      content: `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `${head}<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets>${list(({ table, number }) => `<sheet name="${escaped(table.name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `${head}<Relationships xmlns="${packaged}/relationships">${list(({ number }) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: "xl/styles.xml", content: styles },
    ...numbered.map(({ table, number }) => ({ name: `xl/worksheets/sheet${number}.xml`, content: () => sheet(table) })),
  ]);
}
