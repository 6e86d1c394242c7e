import type { Readable } from "node:stream";
import { escaped } from "../xml.ts";
import { zip } from "../zip.ts";
import {
  type Block,
  counted,
  firstCalls,
  numbered,
  type Run,
  tagOf,
  textOf,
  type Words,
  type Writing,
} from "./writing.ts";

const mimetype = "application/vnd.oasis.opendocument.text";
const urn = (name: string) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespaces = `${["office", "text", "table", "style", "meta"].map((name) => `xmlns:${name}="${urn(name)}"`).join(" ")} xmlns:fo="${urn("xsl-fo-compatible")}" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"`;

const entries = ["content", "styles", "meta"]
  .map((name) => `<manifest:file-entry manifest:full-path="${name}.xml" manifest:media-type="text/xml"/>`)
  .join("");
const manifest = `${head}<manifest:manifest xmlns:manifest="${urn("manifest")}" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mimetype}"/>${entries}</manifest:manifest>`;

/** A document as OpenDocument text, with real headings, lists and footnotes. */
export const odt = (writing: Writing): Readable =>
  zip([
    { name: "mimetype", content: mimetype, stored: true },
    { name: "META-INF/manifest.xml", content: manifest },
    { name: "content.xml", content: content(writing) },
    { name: "styles.xml", content: styles(writing) },
    { name: "meta.xml", content: meta(writing) },
  ]);

const meta = ({ title, language, day, address }: Writing) =>
  `${head}<office:document-meta ${namespaces}><office:meta><meta:generator>Cahier commun</meta:generator><dc:title>${escaped(title)}</dc:title><dc:language>${tagOf[language]}</dc:language><dc:date>${day}T12:00:00</dc:date><meta:creation-date>${day}T12:00:00</meta:creation-date><meta:user-defined meta:name="URL">${escaped(address)}</meta:user-defined></office:meta></office:document-meta>`;

const named = (name: string, parent: string, paragraph: string, text = "", more = "") =>
  `<style:style style:name="${name.replaceAll(" ", "_20_")}" style:display-name="${name}" style:family="paragraph"${parent ? ` style:parent-style-name="${parent}"` : ""}${more}><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`;

const headingStyle = (level: number, size: string) =>
  named(
    `Heading ${level}`,
    "Standard",
    'fo:margin-top="0.6cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
    `fo:font-size="${size}" fo:font-weight="bold"`,
    ` style:default-outline-level="${level}" style:next-style-name="Text_20_body"`,
  );

const bullets = Array.from(
  { length: 6 },
  (_, level) =>
    `<text:list-level-style-bullet text:level="${level + 1}" text:bullet-char="•"><style:list-level-properties text:space-before="${level * 0.6}cm" text:min-label-width="0.6cm"/></text:list-level-style-bullet>`,
).join("");
const numbers = Array.from(
  { length: 6 },
  (_, level) =>
    `<text:list-level-style-number text:level="${level + 1}" style:num-format="1" style:num-suffix="."><style:list-level-properties text:space-before="${level * 0.6}cm" text:min-label-width="0.8cm"/></text:list-level-style-number>`,
).join("");

/** The foot of a page, with its number and that of the last. */
const pageOf = (labels: Writing["labels"]) =>
  plain(labels.page(counted.page, counted.pages))
    .replace(String(counted.page), '<text:page-number text:select-page="current">1</text:page-number>')
    .replace(String(counted.pages), "<text:page-count>1</text:page-count>");

function styles({ language, labels }: Writing) {
  const [tongue, country] = tagOf[language].split("-");
  return `${head}<office:document-styles ${namespaces}><office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="125%" style:writing-mode="lr-tb"/><style:text-properties style:use-window-font-color="true" fo:font-family="'Liberation Sans', Arial, sans-serif" fo:font-size="11pt" fo:language="${tongue}" fo:country="${country}"/></style:default-style>${[
    named("Standard", "", 'fo:orphans="2" fo:widows="2"'),
    named("Text body", "Standard", 'fo:margin-top="0cm" fo:margin-bottom="0.25cm"'),
    named("Title", "Standard", 'fo:margin-bottom="0.4cm"', 'fo:font-size="24pt" fo:font-weight="bold"'),
    named("Lead", "Text_20_body", 'fo:margin-bottom="0.3cm"', 'fo:font-size="13pt"'),
    named("Quiet", "Text_20_body", 'fo:margin-bottom="0.25cm"', 'fo:color="#474e6b"'),
    named("Aside", "Text_20_body", 'fo:margin-left="8.3cm"'),
    named(
      "Object",
      "Standard",
      'fo:margin-top="0.8cm" fo:margin-bottom="0.5cm"',
      'fo:font-size="12pt" fo:font-weight="bold"',
    ),
    named(
      "Cover",
      "Standard",
      'fo:margin-top="7cm" fo:margin-bottom="1cm" fo:break-after="auto"',
      'fo:font-size="30pt" fo:font-weight="bold"',
    ),
    named(
      "Contents Heading",
      "Standard",
      'fo:break-before="page" fo:margin-bottom="0.4cm"',
      'fo:font-size="16pt" fo:font-weight="bold"',
    ),
    named("Contents 1", "Standard", 'fo:margin-bottom="0.15cm"'),
    named("Contents 2", "Standard", 'fo:margin-left="0.6cm" fo:margin-bottom="0.1cm"', 'fo:font-size="10pt"'),
    named("Break", "Standard", 'fo:break-before="page"'),
    named("Quotations", "Text_20_body", 'fo:margin-left="1cm" fo:margin-right="1cm"'),
    named("Footnote", "Standard", 'fo:margin-left="0.5cm" fo:text-indent="-0.5cm"', 'fo:font-size="9pt"'),
    named("Footer", "Standard", 'fo:text-align="center"', 'fo:font-size="9pt"'),
    named("Table Heading", "Standard", "", 'fo:font-weight="bold"'),
    headingStyle(1, "20pt"),
    headingStyle(2, "16pt"),
    headingStyle(3, "13pt"),
    headingStyle(4, "11pt"),
  ].join(
    "",
  )}<style:style style:name="Internet_20_link" style:family="text"><style:text-properties fo:color="#0e5a43" style:text-underline-style="solid"/></style:style><text:list-style style:name="Bullets">${bullets}</text:list-style><text:list-style style:name="Numbers">${numbers}</text:list-style><text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/></office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="1.5cm" fo:margin-left="2.2cm" fo:margin-right="2.2cm"/><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer><text:p text:style-name="Footer">${pageOf(labels)}</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>`;
}

const automatic = `<office:automatic-styles><style:style style:name="strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style><style:style style:name="both" style:family="text"><style:text-properties fo:font-weight="bold" fo:font-style="italic"/></style:style><style:style style:name="raised" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border-bottom="0.5pt solid #8c8471"/></style:style></office:automatic-styles>`;

/** Blanks that follow one another are one in a document, unless they are said; so are ends of lines. */
const plain = (text: string) =>
  escaped(text)
    .replaceAll("\t", " ")
    .replace(/ (?= )/g, "<text:s/>")
    .replace(/\r?\n/g, "<text:line-break/>");

const wordsOf = ({ text, strong, emphasis, href }: Words) => {
  const style = strong && emphasis ? "both" : strong ? "strong" : emphasis ? "emphasis" : null;
  const styled = style ? `<text:span text:style-name="${style}">${plain(text)}</text:span>` : plain(text);
  if (!href) return styled;
  return `<text:a xlink:type="simple" xlink:href="${escaped(href)}" text:style-name="Internet_20_link">${styled}</text:a>`;
};

function content(writing: Writing) {
  const notes = numbered(writing);
  const first = firstCalls();
  const call = (key: string) => {
    const { number, runs } = notes.get(key)!;
    if (!first(key))
      return `<text:span text:style-name="raised"><text:note-ref text:note-class="footnote" text:reference-format="text" text:ref-name="note${number}">${number}</text:note-ref></text:span>`;
    return `<text:note text:id="note${number}" text:note-class="footnote"><text:note-citation>${number}</text:note-citation><text:note-body><text:p text:style-name="Footnote">${runs.map(wordsOf).join("")}</text:p></text:note-body></text:note>`;
  };
  const of = (runs: readonly Run[]) => runs.map((run) => ("note" in run ? call(run.note) : wordsOf(run))).join("");
  const cell = (text: string, style: string) =>
    `<table:table-cell table:style-name="cell" office:value-type="string"><text:p text:style-name="${style}">${plain(text)}</text:p></table:table-cell>`;
  const row = (cells: string[]) => `<table:table-row>${cells.join("")}</table:table-row>`;
  const looks = { lead: "Lead", quiet: "Quiet", aside: "Aside" };
  const write = (block: Block, at: number | string): string => {
    switch (block.kind) {
      case "heading":
        return `<text:h text:style-name="Heading_20_${block.level}" text:outline-level="${block.level}">${of(block.runs)}</text:h>`;
      case "paragraph":
        return `<text:p text:style-name="${block.look ? looks[block.look] : "Text_20_body"}">${of(block.runs)}</text:p>`;
      case "quote":
        return `<text:p text:style-name="Quotations">${of(block.runs)}</text:p>`;
      case "list": {
        const items = block.items.map((item) => `<text:list-item>${item.map(write).join("")}</text:list-item>`);
        return `<text:list text:style-name="${block.ordered ? "Numbers" : "Bullets"}">${items.join("")}</text:list>`;
      }
      default: {
        const rows = block.rows.map((cells) => row(cells.map((text) => cell(text, "Standard"))));
        return `<text:p text:style-name="Table_20_Heading">${plain(block.caption)}</text:p><table:table table:name="${at}"><table:table-column table:number-columns-repeated="${block.head.length}"/><table:table-header-rows>${row(block.head.map((text) => cell(text, "Table_20_Heading")))}</table:table-header-rows>${rows.join("")}</table:table>`;
      }
    }
  };
  return `${head}<office:document-content ${namespaces}>${automatic}<office:body><office:text>${opened(writing, write)}${writing.blocks.map(write).join("")}</office:text></office:body></office:document-content>`;
}

/** Opening of a document, before its blocks: the title; or a letter down to its object; or a cover, then the contents. */
function opened({ title, letter, cover, blocks, labels }: Writing, write: (block: Block, at: number) => string) {
  const first = (style: string, text: string) =>
    `<text:h text:style-name="${style}" text:outline-level="1">${plain(text)}</text:h>`;
  if (letter) return letter.above.map(write).join("") + first("Object", letter.object);
  if (!cover) return first("Title", title);
  const lines = cover.map((line) => `<text:p text:style-name="Lead">${plain(line)}</text:p>`).join("");
  const parts = blocks.flatMap((block) =>
    block.kind === "heading" && block.level < 4
      ? [`<text:p text:style-name="Contents_20_${block.level - 1}">${plain(textOf(block.runs))}</text:p>`]
      : [],
  );
  const source = [2, 3].map(
    (level) =>
      `<text:table-of-content-entry-template text:outline-level="${level}" text:style-name="Contents_20_${level - 1}"><text:index-entry-text/><text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/></text:table-of-content-entry-template>`,
  );
  return `${first("Cover", title)}${lines}<text:table-of-content text:name="contents" text:protected="false"><text:table-of-content-source text:outline-level="3">${source.join("")}</text:table-of-content-source><text:index-body><text:p text:style-name="Contents_20_Heading">${plain(labels.contents)}</text:p>${parts.join("")}</text:index-body></text:table-of-content><text:p text:style-name="Break"/>`;
}
