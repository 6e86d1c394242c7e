import { buffer } from "node:stream/consumers";
import { setImmediate as nextTurn } from "node:timers/promises";
import { readable, type Style, TaggedPdf } from "../pdf.ts";
import { type Line, linesOf, type Piece } from "./lines.ts";
import { writeContents } from "./pdf.contents.ts";
import { type Block, firstCalls, type Numbered, numbered, type Run, words, type Writing } from "./writing.ts";

const size = 10.5;
const color = { ink: "#000000", quiet: "#474e6b", link: "#0e5a43" };

/** Page of each heading in the contents, and the number of pages. */
interface Paged {
  pages: number;
  headings: number[];
}

/**
 * A document as tagged pages. Notes come at the end; each call leads to its note, and each note back to its call. It is
 * written twice: the first time says how many pages there are, and where its headings stand.
 */
export async function pdf(writing: Writing): Promise<Buffer> {
  const { paged } = await writtenAs(writing, { pages: 1, headings: [] });
  return (await writtenAs(writing, paged)).file;
}

async function writtenAs(writing: Writing, known: Paged): Promise<{ file: Buffer; paged: Paged }> {
  const writer = new PdfWriter(writing, known);
  const made = buffer(writer.tagged.doc);
  await writer.write();
  writer.tagged.doc.end();
  return { file: await made, paged: { pages: writer.tagged.pages, headings: writer.headings } };
}

interface Look {
  size?: number;
  style?: Style;
  color?: string;
  /** Of each line. */
  leading?: number;
  after?: number;
}

const headings = { 2: 1.5, 3: 1.2, 4: 1.05 };

class PdfWriter {
  readonly tagged: TaggedPdf;
  readonly #writing: Writing;
  readonly #notes: Map<string, Numbered>;
  readonly #isFirst = firstCalls();
  /** Distance from the margin. */
  #indent = 0;
  readonly headings: number[] = [];
  readonly #known: Paged;

  constructor(writing: Writing, known: Paged) {
    this.#known = known;
    const { title, language, day, labels } = writing;
    this.#writing = writing;
    this.#notes = numbered(writing);
    this.tagged = new TaggedPdf({
      title,
      language,
      size,
      made: new Date(`${day}T12:00:00Z`),
      foot: (page) => labels.page(page, known.pages),
    });
  }

  async write() {
    const { blocks, labels } = this.#writing;
    this.tagged.newPage(true);
    this.#open();
    for (const [at, block] of blocks.entries()) {
      this.#block(block);
      // Others have their turn.
      if (at % 20 === 19) await nextTurn();
    }
    if (this.#notes.size === 0) return;
    this.#block({ kind: "heading", level: 2, runs: [words(labels.notes)] });
    const notes = [...this.#notes.values()];
    for (let at = 0; at < notes.length; at += 20) {
      this.tagged.within("L", () => {
        for (const note of notes.slice(at, at + 20)) this.#note(note);
      });
      await nextTurn();
    }
  }

  /** Opening of a document, before its blocks: the title; or a letter down to its object; or a cover, then the contents. */
  #open() {
    const { title, letter, cover } = this.#writing;
    const { doc } = this.tagged;
    const first = (text: string, times: number) =>
      this.#runs("H1", [words(text)], { size: size * times, style: "strong", leading: 1.2, after: 0.8 });
    if (letter) {
      for (const block of letter.above) this.#block(block);
      doc.y += size;
      return first(letter.object, 1.1);
    }
    if (!cover) return first(title, 2);
    doc.y += doc.page.height * 0.28;
    first(title, 3);
    doc.y += size * 2;
    for (const line of cover) this.#runs("P", [words(line)], { size: size * 1.2 });
    this.tagged.newPage();
    writeContents(this.tagged, this.#writing, this.#known.headings);
    this.tagged.newPage();
  }

  #block(block: Block) {
    switch (block.kind) {
      case "heading": {
        const { level, runs } = block;
        const large = size * headings[level];
        this.tagged.doc.y += large * 0.8;
        // A heading never stands alone at the bottom of a page.
        this.tagged.needs(large * 1.4 + size * 4);
        if (level < 4) this.headings.push(this.tagged.pages);
        if (level === 2)
          this.tagged.doc.outline.addItem(readable(runs.map((run) => ("note" in run ? "" : run.text)).join("")));
        return this.#runs(`H${level}`, runs, { size: large, style: "strong", leading: 1.2, after: 0.4 });
      }
      case "paragraph":
        if (block.look === "aside") {
          this.tagged.doc.y += size * 0.5;
          return this.#inside(this.#width / 2, () => this.#runs("P", block.runs));
        }
        if (block.look === "lead") return this.#runs("P", block.runs, { size: size * 1.2 });
        return this.#runs("P", block.runs, block.look === "quiet" ? { color: color.quiet } : {});
      case "quote":
        return this.#inside(16, () => this.tagged.within("BlockQuote", () => this.#runs("P", block.runs)));
      case "list":
        return this.tagged.within("L", () => {
          for (const [at, item] of block.items.entries()) this.#item(block.ordered ? `${at + 1}.` : "•", item);
        });
      case "table":
        return this.#table(block);
    }
  }

  #item(mark: string, blocks: readonly Block[]) {
    this.tagged.within("LI", () => {
      this.tagged.needs(size * 2.8);
      const { y } = this.tagged.doc;
      this.tagged.element("Lbl", () => this.#draw(mark, this.#left, y, { style: "text", size }, color.ink));
      this.#inside(16, () =>
        this.tagged.within("LBody", () => {
          for (const block of blocks) this.#block(block);
        }),
      );
    });
  }

  #note({ number, runs }: Numbered) {
    const { tagged } = this;
    const small = size * 0.86;
    tagged.within("LI", () => {
      tagged.needs(small * 2.8);
      const { y } = tagged.doc;
      tagged.doc.addNamedDestination(`note-${number}`, "XYZ", this.#left, y - 4, null);
      const back = { href: "", note: { number, runs } };
      tagged.within("Lbl", () =>
        this.#link({ text: `${number}.`, style: "text", size: small, ...back }, this.#left, y, true),
      );
      this.#inside(26, () => tagged.within("LBody", () => this.#runs("P", runs, { size: small, after: 0.35 })));
    });
  }

  #table({ caption, head, rows }: Extract<Block, { kind: "table" }>) {
    const { tagged } = this;
    this.#runs("P", [words(caption)], { style: "strong", after: 0.2 });
    // Names take more room than figures.
    const width = this.#width / (head.length + 0.8);
    const widthAt = (at: number) => (at === 0 ? width * 1.8 : width);
    const leftAt = (at: number) => this.#left + (at === 0 ? 0 : (at + 0.8) * width);
    const row = (cells: string[], isHead: boolean) => {
      const lines = cells.map((cell, at) => {
        const style: Style = isHead || at === 0 ? "strong" : "text";
        return linesOf(tagged, [words(cell)], { size: size * 0.9, style, width: widthAt(at) - 8, call: this.#call });
      });
      const height = Math.max(...lines.map((cell) => cell.length)) * size * 1.25 + 4;
      tagged.needs(height);
      const { y } = tagged.doc;
      tagged.within("TR", () => {
        for (const [at, cell] of lines.entries()) {
          const scope = isHead ? "Column" : at === 0 ? "Row" : null;
          tagged.element(
            scope ? "TH" : "TD",
            () => {
              for (const [line, pieces] of cell.entries())
                for (const piece of pieces)
                  this.#draw(piece.text, leftAt(at), y + line * size * 1.25, piece, color.ink);
            },
            scope ? ({ scope } as PDFKit.Mixins.StructureElementOptions) : {},
          );
        }
      });
      tagged.doc.y = y + height;
    };
    tagged.within("Table", () => {
      row(head, true);
      for (const cells of rows) row(cells, false);
    });
    tagged.doc.y += size * 0.6;
  }

  /** Runs as an element of their own, line by line, from page to page. */
  #runs(type: string, runs: readonly Run[], look: Look = {}) {
    const { tagged } = this;
    const { size: large = size, style = "text", leading = 1.4, after = 0.5 } = look;
    const height = large * leading;
    const lines = linesOf(tagged, runs, { size: large, style, width: this.#width, call: this.#call });
    const element = tagged.open(type);
    for (const [at, line] of lines.entries()) {
      // The two first and the two last lines stay together.
      tagged.needs(at === 0 || at === lines.length - 2 ? height * Math.min(2, lines.length - at) : height);
      this.#line(element, line, tagged.doc.y, look.color ?? color.ink);
      tagged.doc.x = this.tagged.left;
      tagged.doc.y += height;
    }
    element.end();
    tagged.doc.y += after * size;
  }

  #line(element: ReturnType<TaggedPdf["open"]>, line: Line, y: number, ink: string) {
    const { y: top } = this.tagged.doc;
    let x = this.#left;
    for (const piece of line) {
      const at = x;
      if (piece.note || piece.href) element.add(this.#linkElement(piece, at, y));
      else element.add(() => this.#draw(piece.text, at, y, piece, ink));
      x += this.tagged.widthOf(piece.text, piece);
    }
    this.tagged.doc.y = top;
  }

  #link(piece: Piece, x: number, y: number, isBack: boolean) {
    const element = this.tagged.open("Link");
    element.add(() => this.#drawLink(element, piece, x, y, isBack));
    element.end();
  }

  #linkElement(piece: Piece, x: number, y: number) {
    const element = this.tagged.doc.struct("Link");
    element.add(() => this.#drawLink(element, piece, x, y, false));
    return element;
  }

  #drawLink(element: ReturnType<TaggedPdf["open"]>, piece: Piece, x: number, y: number, isBack: boolean) {
    const { doc } = this.tagged;
    const { note, isFirst, text, href } = piece;
    this.#draw(text, x, y, piece, color.link);
    const width = this.tagged.widthOf(text.trimEnd(), piece);
    const options = (contents: string) => ({ structParent: element, Contents: new String(contents) }) as object;
    if (note) {
      const { labels } = this.#writing;
      const label = isBack ? labels.back(note.number) : `${labels.notes} ${note.number}`;
      if (isFirst) doc.addNamedDestination(`call-${note.number}`, "XYZ", x, y - 4, null);
      doc.goTo(x, y, width, piece.size * 1.3, `${isBack ? "call" : "note"}-${note.number}`, options(label));
    } else doc.link(x, y, width, piece.size * 1.3, href!, options(href!));
  }

  #draw(text: string, x: number, y: number, look: { style: Style; size: number }, ink: string) {
    this.tagged.doc.font(look.style).fontSize(look.size).fillColor(ink);
    this.tagged.doc.text(text, x, y, { lineBreak: false });
  }

  #inside(by: number, write: () => void) {
    this.#indent += by;
    write();
    this.#indent -= by;
  }

  readonly #call = (key: string) => ({ note: this.#notes.get(key)!, isFirst: this.#isFirst(key) });

  get #left() {
    return this.tagged.left + this.#indent;
  }

  get #width() {
    return this.tagged.width - this.#indent;
  }
}
