import type { TaggedPdf } from "../pdf.ts";
import { linesOf } from "./lines.ts";
import { numbered, textOf, words, type Writing } from "./writing.ts";

const step = 16;
const leading = 1.45;

/** The headings of the parts of a document, each with its page, in the order in which they are written. */
export function writeContents(tagged: TaggedPdf, writing: Writing, pages: readonly number[]) {
  const { blocks, labels } = writing;
  const parts = blocks.flatMap((block) =>
    block.kind === "heading" && block.level < 4 ? [{ text: textOf(block.runs), level: block.level }] : [],
  );
  if (numbered(writing).size) parts.push({ text: labels.notes, level: 2 });
  const { doc } = tagged;
  const large = { size: tagged.size * 1.5, style: "strong" as const };
  tagged.element("H2", () => draw(tagged, labels.contents, tagged.left, doc.y, large));
  doc.y += large.size * 1.6;
  tagged.within("TOC", () => {
    for (const [at, part] of parts.entries()) entry(tagged, part, String(pages[at] ?? ""));
  });
}

/** A heading and its page, at the right. */
function entry(tagged: TaggedPdf, { text, level }: { text: string; level: number }, page: string) {
  const { doc, left, width } = tagged;
  const isPart = level === 2;
  const look = { size: tagged.size * (isPart ? 1 : 0.94), style: isPart ? ("strong" as const) : ("text" as const) };
  const indent = isPart ? 0 : step;
  const uncalled = () => {
    throw new Error("No note is called in contents.");
  };
  const lines = linesOf(tagged, [words(text)], { ...look, width: width - indent - 40, call: uncalled });
  const height = look.size * leading;
  tagged.needs(lines.length * height + (isPart ? look.size * 0.6 : 0));
  if (isPart) doc.y += look.size * 0.6;
  const { y } = doc;
  tagged.element("TOCI", () => {
    for (const [line, pieces] of lines.entries()) {
      let x = left + indent;
      for (const piece of pieces) {
        draw(tagged, piece.text, x, y + line * height, piece);
        x += tagged.widthOf(piece.text, piece);
      }
    }
    draw(tagged, page, left + width - tagged.widthOf(page, look), y + (lines.length - 1) * height, look);
  });
  doc.x = left;
  doc.y = y + lines.length * height;
}

function draw(
  { doc }: TaggedPdf,
  text: string,
  x: number,
  y: number,
  { style, size }: { style: string; size: number },
) {
  doc.font(style).fontSize(size).fillColor("#000000").text(text, x, y, { lineBreak: false });
}
