import { encode } from "uqr";
import PdfDocument from "pdfkit";
import { font } from "./fonts.ts";

type Element = ReturnType<PDFKit.PDFDocument["struct"]>;
export type Style = "text" | "strong" | "emphasis";

interface Look {
  size?: number;
  style?: Style;
  color?: string;
}

/** Block that stays together on a page: its height, and how it is drawn. */
export interface Block {
  height: number;
  draw: () => void;
}

interface Options {
  title: string;
  language: "fr" | "en";
  /** Of plain text, in points. */
  size: number;
  /** Date written in the file: now by default. */
  made?: Date;
  /** Text at the bottom of each page. */
  foot: (page: number) => string;
}

/** Words are measured at this size: a font says its widths in thousandths. */
const unit = 1000;

const margin = { top: 42, bottom: 54, side: 46 };

/**
 * A4 pages whose text is tagged as it is written, so that whoever hears it hears what others see: headings, lists,
 * tables with their headers, pictures with their words. What is only drawn is said to be so.
 */
export class TaggedPdf {
  readonly doc: PDFKit.PDFDocument;
  readonly size: number;
  readonly #foot: Options["foot"];
  #inside: Element;
  #page = 0;
  /** By style and text, of a size of one. */
  readonly #widths = new Map<string, number>();

  constructor({ title, language, size, made = new Date(), foot }: Options) {
    this.size = size;
    this.#foot = foot;
    this.doc = new PdfDocument({
      size: "A4",
      margins: { top: margin.top, bottom: margin.bottom, left: margin.side, right: margin.side },
      pdfVersion: "1.7",
      subset: "PDF/UA",
      tagged: true,
      displayTitle: true,
      lang: language === "fr" ? "fr-FR" : "en-GB",
      info: { Title: title, Creator: "Cahier commun", CreationDate: made },
      autoFirstPage: false,
    } as object);
    this.doc
      .registerFont("text", font(400))
      .registerFont("strong", font(700))
      .registerFont("emphasis", font(400, "italic"));
    this.#inside = this.doc.struct("Document");
    this.doc.addStructure(this.#inside);
  }

  get width() {
    return this.doc.page.width - 2 * margin.side;
  }

  get left() {
    return margin.side;
  }

  get pages() {
    return this.#page;
  }

  /** Begins a page; numbers begin again with `first`. */
  newPage(first = false) {
    this.#page = first ? 1 : this.#page + 1;
    this.doc.addPage();
    this.artifact(() => {
      const { doc } = this;
      const y = doc.page.height - margin.bottom + 16;
      // Below the margin, where nothing may push a line to a page of its own.
      doc.page.margins.bottom = 0;
      this.#look({ size: Math.min(this.size, 12) });
      doc.text(this.#foot(this.#page), margin.side, y, { width: this.width, align: "center", lineBreak: false });
      doc.page.margins.bottom = margin.bottom;
    });
    this.doc.x = margin.side;
    this.doc.y = margin.top;
  }

  /** Wraps all that `write` draws in an element: « Part », « L », « Table ». */
  within(type: string, write: () => void) {
    const outside = this.#inside;
    const element = this.doc.struct(type);
    outside.add(element);
    this.#inside = element;
    write();
    element.end();
    this.#inside = outside;
  }

  /** Draws decoration, which screen readers skip. */
  artifact(draw: () => void) {
    this.doc.markContent("Artifact", { type: "Layout" });
    draw();
    this.doc.endMarkedContent();
  }

  /** Something that is heard, drawn by `draw`. */
  element(type: string, draw: () => void, options: PDFKit.Mixins.StructureElementOptions = {}) {
    const element = this.doc.struct(type, options, [draw]);
    this.#inside.add(element);
  }

  /** Something that is heard and comes piece by piece, on as many pages as it takes: its maker ends it. */
  open(type: string, options: PDFKit.Mixins.StructureElementOptions = {}): Element {
    const element = this.doc.struct(type, options);
    this.#inside.add(element);
    return element;
  }

  /** Begins a page where less than this is left, unless no page has that much. */
  needs(height: number) {
    if (this.doc.y + Math.min(height, this.#room) > this.#end) this.newPage();
  }

  heightOf(text: string, { width = this.width, ...look }: Look & { width?: number } = {}) {
    this.#look(look);
    return this.doc.heightOfString(readable(text), { width, lineGap: this.#gap(look) });
  }

  /** A word is measured once: a line that is composed asks for it several times. */
  widthOf(text: string, { size = this.size, style = "text" }: Look = {}) {
    const key = `${style} ${text}`;
    const width = this.#widths.get(key) ?? this.doc.font(style).fontSize(unit).widthOfString(readable(text)) / unit;
    this.#widths.set(key, width);
    return width * size;
  }

  /** Writes at a place, without moving on. */
  write(text: string, x: number, y: number, { width = this.width, ...look }: Look & { width?: number } = {}) {
    this.#look(look);
    this.doc.text(readable(text), x, y, { width, lineGap: this.#gap(look) });
  }

  /** A text of its own, over the whole width. */
  text(type: "H1" | "H2" | "H3" | "P", text: string, look: Look = {}, after = 0.5): Block {
    const height = this.heightOf(text, look);
    return {
      height: height + after * this.size,
      draw: () => {
        const { y } = this.doc;
        this.element(type, () => this.write(text, this.left, y, look));
        this.doc.y = y + height + after * this.size;
      },
    };
  }

  /** Writes blocks one under the other, on one page where they can be. */
  together(blocks: readonly Block[]) {
    const height = blocks.reduce((sum, block) => sum + block.height, 0);
    this.needs(height);
    for (const block of blocks) {
      this.needs(block.height);
      block.draw();
    }
  }

  /** An address as squares, said in words. */
  qr(text: string, alt: string, x: number, y: number, side: number) {
    const { size, data } = encode(text, { ecc: "M", border: 0 });
    const step = side / size;
    this.element(
      "Figure",
      () => {
        for (const [row, line] of data.entries())
          for (const [column, dark] of line.entries())
            if (dark) this.doc.rect(x + column * step, y + row * step, step, step);
        this.doc.fill("#000");
      },
      { alt, bbox: [x, y, x + side, y + side] } as PDFKit.Mixins.StructureElementOptions,
    );
  }

  get #end() {
    return this.doc.page.height - margin.bottom;
  }

  get #room() {
    return this.#end - margin.top;
  }

  #gap = ({ size = this.size }: Look) => size * 0.18;

  #look({ size = this.size, style = "text", color = "#000" }: Look) {
    this.doc.font(style).fontSize(size).fillColor(color);
  }
}

/** Replaces characters that the font lacks with ones it has. */
export const readable = (text: string) => text.replaceAll("\u202F", "\u00A0").replaceAll("\u2011", "-");
