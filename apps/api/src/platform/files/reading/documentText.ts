import { textOf } from "./text.ts";
import { Unreadable } from "./unreadable.ts";
import { readXml, type XmlReader } from "./xml.ts";
import { filesIn } from "./zip.ts";

/** Most characters of the words of a document: some sixty pages. */
export const mostCharacters = 200_000;

/** An archive begins with these letters, whatever its name says. */
const isArchive = (bytes: Buffer) => bytes.subarray(0, 2).toString("latin1") === "PK";

/** Words of an element that are not the document's: comments, notes, and what was struck out. */
const asideIn = {
  odt: new Set(["annotation", "tracked-changes", "note", "sequence-decls"]),
  docx: new Set(["tabs", "del", "moveFrom", "pict", "Fallback"]),
};

/**
 * The words of a text, ODT, DOCX, ODS, XLSX or PPTX document, a paragraph a line: its pictures, its form and its comments
 * are left out. Refuses with `Unreadable` what is none of these, or holds more than `mostCharacters`.
 */
export async function documentText(bytes: Buffer): Promise<string> {
  const words = isArchive(bytes) ? await wordsOf(bytes) : textOf(bytes);
  const lines = words.replace(/\r\n?/g, "\n").split("\n");
  const text = lines
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
  if (text.length > mostCharacters) throw new Unreadable("TOO_MANY");
  return text;
}

async function wordsOf(archive: Buffer): Promise<string> {
  const files = await filesIn(archive, (name) => held.test(name));
  const odt = files.get("content.xml");
  if (odt) return paragraphs(textOf(odt), asideIn.odt, odtMarks, null);
  const others = [...files].toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
  if (others.length === 0) throw new Unreadable("UNKNOWN");
  const words: string[] = [];
  for (const [, xml] of others) words.push(await paragraphs(textOf(xml), asideIn.docx, docxMarks, "t"));
  return words.join("\n");
}

/** Files of an archive that hold its words: an open document, a text, the words of a spreadsheet, slides in their order. */
const held = /^(content\.xml|word\/document\.xml|xl\/sharedStrings\.xml|ppt\/slides\/slide\d+\.xml)$/;

/** Elements that stand for a character, and the one they stand for. */
const odtMarks = {
  tab: () => "\t",
  "line-break": () => "\n",
  s: (attributes: Record<string, string>) => " ".repeat(Math.min(Number(attributes["text:c"]) || 1, 100)),
};
const docxMarks = { tab: () => "\t", br: () => "\n", cr: () => "\n" };

/** Paragraphs in their order; the words stand in `leaf` elements alone, or in all of a paragraph where it is null. */
async function paragraphs(
  xml: string,
  aside: ReadonlySet<string>,
  marks: Record<string, (attributes: Record<string, string>) => string>,
  leaf: string | null,
): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  let within = 0;
  let skipped = 0;
  let inLeaf = leaf === null;
  const add = (words: string) => {
    length += words.length;
    if (length > 2 * mostCharacters) throw new Unreadable("TOO_MANY");
    pieces.push(words);
  };
  const isParagraph = (name: string) => name === "p" || name === "h" || name === "si";
  const reader: XmlReader = {
    open: (name, attributes) => {
      if (aside.has(name)) skipped++;
      if (skipped > 0) return;
      if (isParagraph(name)) within++;
      if (name === leaf) inLeaf = true;
      const mark = within > 0 ? marks[name] : undefined;
      if (mark) add(mark(attributes));
    },
    text: (words) => {
      if (within > 0 && skipped === 0 && inLeaf) add(leaf === null ? words.replace(/\s+/g, " ") : words);
    },
    close: (name) => {
      if (aside.has(name)) skipped--;
      else if (skipped === 0 && isParagraph(name)) {
        within--;
        add("\n");
      }
      if (name === leaf) inLeaf = false;
    },
  };
  await readXml(xml, reader);
  return pieces.join("");
}
