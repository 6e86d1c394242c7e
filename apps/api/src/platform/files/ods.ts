import type { Readable } from "node:stream";
import type { Cell, Table } from "./cell.ts";
import { escaped } from "./xml.ts";
import { zip } from "./zip.ts";

const mimetype = "application/vnd.oasis.opendocument.spreadsheet";
const urn = (name: string) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespaces = ["office", "table", "text", "style"].map((name) => `xmlns:${name}="${urn(name)}"`).join(" ");

const manifest = `${head}<manifest:manifest xmlns:manifest="${urn("manifest")}" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mimetype}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

const begin = `${head}<office:document-content ${namespaces} xmlns:fo="${urn("xsl-fo-compatible")}" xmlns:number="${urn("datastyle")}" office:version="1.3"><office:automatic-styles><number:date-style style:name="iso"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style><style:style style:name="day" style:family="table-cell" style:data-style-name="iso"/><style:style style:name="key" style:family="table-cell"><style:text-properties fo:font-size="9pt" fo:color="#666666"/></style:style><style:style style:name="label" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="narrow" style:family="table-column"><style:table-column-properties style:column-width="3.2cm"/></style:style><style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="8cm"/></style:style></office:automatic-styles><office:body><office:spreadsheet>`;

/** Blanks that follow one another are one in a document, unless they are said: so are tabs and ends of lines. */
const words = (text: string) =>
  escaped(text)
    .replace(/\r\n?/g, "\n")
    .replace(/^ | (?= )| $|(?<=\n) | (?=\n)/g, "<text:s/>")
    .replaceAll("\t", "<text:tab/>")
    .split("\n")
    .map((line) => `<text:p>${line}</text:p>`)
    .join("");

const text = (cell: string, style = "") =>
  `<table:table-cell office:value-type="string"${style}>${words(cell)}</table:table-cell>`;

function cellOf(cell: Cell, isDay: boolean): string {
  if (cell === null) return "<table:table-cell/>";
  if (typeof cell === "number")
    return `<table:table-cell office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
  if (isDay && /^\d{4}-\d\d-\d\d$/.test(cell))
    return `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
  return text(cell);
}

const row = (cells: string) => `<table:table-row>${cells}</table:table-row>`;

async function* content(tables: Table[]) {
  yield begin;
  for (const { name, columns, rows } of tables) {
    const widths = columns.map(
      ({ kind }) => `<table:table-column table:style-name="${kind === "words" ? "wide" : "narrow"}"/>`,
    );
    const keys = columns.map(({ key }) => text(key, ' table:style-name="key"'));
    const labels = columns.map(({ label }) => text(label, ' table:style-name="label"'));
    yield `<table:table table:name="${escaped(name)}">${widths.join("")}<table:table-header-rows>${row(keys.join(""))}${row(labels.join(""))}</table:table-header-rows>`;
    const isDay = columns.map(({ kind }) => kind === "day");
    for await (const batch of rows) {
      let xml = "";
      for (const cells of batch) {
        let line = "";
        for (let at = 0; at < cells.length; at++) line += cellOf(cells[at]!, isDay[at]!);
        xml += row(line);
      }
      yield xml;
    }
    yield "</table:table>";
  }
  yield "</office:spreadsheet></office:body></office:document-content>";
}

/** Tables as an OpenDocument spreadsheet, one a sheet, in their order: each is read once the one before was written. */
export const ods = (tables: Table[]): Readable =>
  zip([
    { name: "mimetype", content: mimetype, stored: true },
    { name: "META-INF/manifest.xml", content: manifest },
    { name: "content.xml", content: () => content(tables) },
  ]);
