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

const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const namespaces = `xmlns:w="${w}" xmlns:r="${office}"`;

/** The parts of the document beside itself, and the ends of the names of their types. */
const parts = ["styles", "numbering", "footnotes", "settings", "footer"] as const;

/**
 * A document as Word opens it, with real headings, lists and footnotes. Written here rather than by a library: those
 * write the time and ids of their own into it, and the same document would no longer make the same bytes.
 */
export function docx(writing: Writing): Readable {
  const { document, footnotes, links, lists } = content(writing);
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  return zip([
    {
      name: "[Content_Types].xml",
      content: `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/>${parts.map((part) => `<Override PartName="/word/${part}.xml" ContentType="${type}.${part}+xml"/>`).join("")}</Types>`,
    },
    {
      name: "_rels/.rels",
      content: `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    },
    { name: "docProps/core.xml", content: core(writing) },
    { name: "word/document.xml", content: document },
    { name: "word/_rels/document.xml.rels", content: relationships(links.document, parts) },
    { name: "word/_rels/footnotes.xml.rels", content: relationships(links.footnotes, []) },
    { name: "word/styles.xml", content: styles(writing) },
    { name: "word/numbering.xml", content: numbering(lists) },
    { name: "word/footnotes.xml", content: footnotes },
    {
      name: "word/settings.xml",
      content: `${head}<w:settings ${namespaces}><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="${tagOf[writing.language]}"/></w:settings>`,
    },
    {
      name: "word/footer.xml",
      content: `${head}<w:ftr ${namespaces}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${footOf(writing)}</w:p></w:ftr>`,
    },
  ]);
}

const field = (name: string, shown: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** The foot of a page, with its number and that of the last. */
const footOf = ({ labels }: Writing) =>
  labels
    .page(counted.page, counted.pages)
    .split(/(99800[12])/)
    .map((part) =>
      /^99800[12]$/.test(part)
        ? field(part === String(counted.page) ? "PAGE" : "NUMPAGES", "<w:r><w:t>1</w:t></w:r>")
        : `<w:r>${text(part)}</w:r>`,
    )
    .join("");

/** Opening of a document, before its blocks: the title; or a letter down to its object; or a cover, then the contents. */
function opened(
  { title, letter, cover, blocks, labels }: Writing,
  write: (block: Block) => string,
  p: (look: string, inside: string) => string,
) {
  const line = (id: string, words: string) => p(`<w:pStyle w:val="${id}"/>`, `<w:r>${text(words)}</w:r>`);
  if (letter) return letter.above.map(write).join("") + line("Object", letter.object);
  if (!cover) return line("Heading1", title);
  const entries = blocks.flatMap((block) =>
    block.kind === "heading" && block.level < 4 ? [line(`TOC${block.level - 1}`, textOf(block.runs))] : [],
  );
  const contents = field('TOC \\o "2-3" \\h', "").split('<w:r><w:fldChar w:fldCharType="end"/></w:r>')[0]!;
  return `${line("Cover", title)}${cover.map((words) => line("Lead", words)).join("")}${line("TOCHeading", labels.contents)}${p("", contents)}${entries.join("")}${p("", '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:br w:type="page"/></w:r>')}`;
}

const core = ({ title, language, day, address }: Writing) =>
  `${head}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>Cahier commun</dc:creator><dc:identifier>${escaped(address)}</dc:identifier><dc:language>${tagOf[language]}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${day}T12:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}T12:00:00Z</dcterms:modified></cp:coreProperties>`;

function relationships(links: string[], files: readonly string[]) {
  const known = files.map((file) => `<Relationship Id="${file}" Type="${office}/${file}" Target="${file}.xml"/>`);
  const outside = links.map(
    (href, at) =>
      `<Relationship Id="link${at}" Type="${office}/hyperlink" Target="${escaped(href)}" TargetMode="External"/>`,
  );
  return `${head}<Relationships xmlns="${packaged}/relationships">${[...known, ...outside].join("")}</Relationships>`;
}

const style = (id: string, name: string, based: string | null, paragraph: string, run: string, type = "paragraph") =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${based ? `<w:basedOn w:val="${based}"/>` : ""}<w:qFormat/>${paragraph && `<w:pPr>${paragraph}</w:pPr>`}${run && `<w:rPr>${run}</w:rPr>`}</w:style>`;

const headingStyle = (level: number, size: number) =>
  style(
    `Heading${level}`,
    `heading ${level}`,
    "Normal",
    `<w:keepNext/><w:spacing w:before="320" w:after="100"/><w:outlineLvl w:val="${level - 1}"/>`,
    `<w:b/><w:sz w:val="${size}"/>`,
  );

const tab = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9400"/></w:tabs><w:spacing w:after="60"/>';

const styles = ({ language }: Writing) =>
  `${head}<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="22"/><w:lang w:val="${tagOf[language]}" w:eastAsia="${tagOf[language]}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${[
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    headingStyle(1, 44),
    headingStyle(2, 32),
    headingStyle(3, 26),
    headingStyle(4, 22),
    style("Lead", "Lead", "Normal", "", '<w:sz w:val="26"/>'),
    style("Quiet", "Quiet", "Normal", "", '<w:color w:val="474E6B"/>'),
    style("Aside", "Aside", "Normal", '<w:ind w:left="4706"/>', ""),
    style("Object", "Object", "Heading1", '<w:spacing w:before="400" w:after="240"/>', '<w:sz w:val="24"/>'),
    style("Cover", "Cover", "Heading1", '<w:spacing w:before="4000" w:after="560"/>', '<w:sz w:val="60"/>'),
    style("TOCHeading", "TOC Heading", "Normal", "<w:pageBreakBefore/>", '<w:b/><w:sz w:val="32"/>'),
    style("TOC1", "toc 1", "Normal", tab, ""),
    style("TOC2", "toc 2", "Normal", `${tab}<w:ind w:left="340"/>`, '<w:sz w:val="20"/>'),
    style("Quote", "Quote", "Normal", '<w:ind w:left="567" w:right="567"/>', ""),
    style("ListParagraph", "List Paragraph", "Normal", '<w:spacing w:after="60"/>', ""),
    style("Caption", "caption", "Normal", "<w:keepNext/>", "<w:b/>"),
    style("Footer", "footer", "Normal", '<w:jc w:val="center"/>', '<w:sz w:val="18"/>'),
    style(
      "FootnoteText",
      "footnote text",
      "Normal",
      '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',
      '<w:sz w:val="18"/>',
    ),
    style("FootnoteReference", "footnote reference", null, "", '<w:vertAlign w:val="superscript"/>', "character"),
    style("Hyperlink", "Hyperlink", null, "", '<w:color w:val="0E5A43"/><w:u w:val="single"/>', "character"),
  ].join("")}</w:styles>`;

const levels = (format: string, text: (level: number) => string) =>
  Array.from(
    { length: 6 },
    (_, level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text(level)}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${(level + 1) * 360}" w:hanging="360"/></w:pPr></w:lvl>`,
  ).join("");

/** Bullets are the list 1; each list of numbers begins anew. */
const numbering = (lists: number) =>
  `${head}<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${levels("bullet", () => "•")}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>${levels("decimal", (level) => `%${level + 1}.`)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${Array.from(
    { length: lists },
    (_, at) =>
      `<w:num w:numId="${at + 2}"><w:abstractNumId w:val="1"/>${Array.from({ length: 6 }, (__, level) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="1"/></w:lvlOverride>`).join("")}</w:num>`,
  ).join("")}</w:numbering>`;

const text = (words: string) =>
  words
    .split(/\r?\n/)
    .map((line) => `<w:t xml:space="preserve">${escaped(line.replaceAll("\t", " "))}</w:t>`)
    .join("<w:br/>");

const run = ({ text: words, strong, emphasis, href }: Words, links: string[]) => {
  const look = `${href ? '<w:rStyle w:val="Hyperlink"/>' : ""}${strong ? "<w:b/>" : ""}${emphasis ? "<w:i/>" : ""}`;
  const written = `<w:r>${look && `<w:rPr>${look}</w:rPr>`}${text(words)}</w:r>`;
  return href ? `<w:hyperlink r:id="link${links.push(href) - 1}">${written}</w:hyperlink>` : written;
};

const raised = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>';
const ruled = ["top", "bottom", "insideH"].map(
  (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="8C8471"/>`,
);

function content(writing: Writing) {
  const notes = numbered(writing);
  const links = { document: [] as string[], footnotes: [] as string[] };
  let lists = 0;
  const first = firstCalls();
  /** The second time that a note is called, the number of the first is told. */
  const call = (key: string) => {
    const { number } = notes.get(key)!;
    if (!first(key)) {
      const mark = (kind: string) => `<w:r>${raised}<w:fldChar w:fldCharType="${kind}"/></w:r>`;
      return `${mark("begin")}<w:r>${raised}<w:instrText xml:space="preserve"> NOTEREF _note${number} \\h </w:instrText></w:r>${mark("separate")}<w:r>${raised}<w:t>${number}</w:t></w:r>${mark("end")}`;
    }
    return `<w:bookmarkStart w:id="${number}" w:name="_note${number}"/><w:r>${raised}<w:footnoteReference w:id="${number}"/></w:r><w:bookmarkEnd w:id="${number}"/>`;
  };
  const of = (runs: readonly Run[]) =>
    runs.map((one) => ("note" in one ? call(one.note) : run(one, links.document))).join("");
  const p = (look: string, inside: string) => `<w:p><w:pPr>${look}</w:pPr>${inside}</w:p>`;
  const styled = (id: string) => `<w:pStyle w:val="${id}"/>`;
  const looks = { lead: styled("Lead"), quiet: styled("Quiet"), aside: styled("Aside") };
  const cell = (words: string, isHead: boolean) =>
    `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${p('<w:spacing w:after="40"/>', `<w:r>${isHead ? "<w:rPr><w:b/></w:rPr>" : ""}${text(words)}</w:r>`)}</w:tc>`;
  const write = (block: Block, level = 0): string => {
    switch (block.kind) {
      case "heading":
        return p(styled(`Heading${block.level}`), of(block.runs));
      case "paragraph":
        return p(block.look ? looks[block.look] : "", of(block.runs));
      case "quote":
        return p(styled("Quote"), of(block.runs));
      case "list": {
        const list = block.ordered ? ++lists + 1 : 1;
        const mark = `${styled("ListParagraph")}<w:numPr><w:ilvl w:val="${Math.min(level, 5)}"/><w:numId w:val="${list}"/></w:numPr>`;
        const inside = `${styled("ListParagraph")}<w:ind w:left="${(level + 1) * 360}"/>`;
        return block.items
          .flatMap((item) =>
            item.map((one, at) =>
              one.kind === "paragraph" ? p(at ? inside : mark, of(one.runs)) : write(one, level + 1),
            ),
          )
          .join("");
      }
      default: {
        const row = (cells: string[], isHead: boolean) =>
          `<w:tr>${isHead ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells.map((words) => cell(words, isHead)).join("")}</w:tr>`;
        const grid = block.head.map(() => `<w:gridCol w:w="${Math.floor(9300 / block.head.length)}"/>`).join("");
        return `${p(styled("Caption"), `<w:r>${text(block.caption)}</w:r>`)}<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${ruled.join("")}</w:tblBorders><w:tblLook w:firstRow="1" w:firstColumn="1"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(block.head, true)}${block.rows.map((cells) => row(cells, false)).join("")}</w:tbl>${p("", "")}`;
      }
    }
  };
  const body = `${opened(writing, (block) => write(block), p)}${writing.blocks.map((block) => write(block)).join("")}`;
  const rule = (id: number, type: string, mark: string) =>
    `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${mark}/></w:r></w:p></w:footnote>`;
  const written = [...notes.values()].map(
    ({ number, runs }) =>
      `<w:footnote w:id="${number}">${p(styled("FootnoteText"), `<w:r>${raised}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>${runs.map((one) => run(one, links.footnotes)).join("")}`)}</w:footnote>`,
  );
  return {
    document: `${head}<w:document ${namespaces}><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1247" w:bottom="1134" w:left="1247" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    footnotes: `${head}<w:footnotes ${namespaces}>${rule(-1, "separator", "separator")}${rule(0, "continuationSeparator", "continuationSeparator")}${written.join("")}</w:footnotes>`,
    links,
    lists,
  };
}
