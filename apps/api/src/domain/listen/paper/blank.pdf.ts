import { m } from "@cahier/schema/messages";
import type { Question } from "@cahier/schema/questionnaire/definition";
import type { Mark } from "@cahier/schema/questionnaire/printed";
import type { Block, TaggedPdf } from "../../../platform/files/pdf.ts";

/** Draws all that is filled in with a pen: boxes, grids, lines. */
export class Blanks {
  readonly pdf: TaggedPdf;
  readonly large: boolean;
  readonly locale: { locale: "fr" | "en" };

  constructor(pdf: TaggedPdf, large: boolean, locale: { locale: "fr" | "en" }) {
    this.pdf = pdf;
    this.large = large;
    this.locale = locale;
  }

  /** Boxes to tick, in two columns where the letters are small. */
  boxes(marks: readonly Pick<Mark, "mark" | "label">[]): Block {
    const { pdf } = this;
    const { size } = pdf;
    const columns = marks.length > 3 && !this.large ? 2 : 1;
    const width = (pdf.width - (columns - 1) * 16) / columns;
    const inset = size * 3.1;
    const heights = marks.map(({ label }) => pdf.heightOf(label, { width: width - inset }) + size * 0.35);
    const half = Math.ceil(marks.length / columns);
    const sum = (list: number[]) => list.reduce((total, height) => total + height, 0);
    const height = Math.max(sum(heights.slice(0, half)), sum(heights.slice(half)));
    return {
      height,
      draw: () => {
        const top = pdf.doc.y;
        pdf.within("L", () => {
          let y = top;
          for (const [index, { mark, label }] of marks.entries()) {
            if (index === half) y = top;
            const x = pdf.left + (index < half ? 0 : width + 16);
            const line = y;
            pdf.artifact(() => this.#box(x + size * 1.6, line + size * 0.12));
            pdf.within("LI", () => {
              if (mark) pdf.element("Lbl", () => pdf.write(mark, x, line, { width: size * 1.5 }));
              pdf.element("LBody", () => pdf.write(label, x + inset, line, { width: width - inset }));
            });
            y += heights[index]!;
          }
        });
        pdf.doc.y = top + height;
      },
    };
  }

  /** A table to tick: a header for each row and for each column. */
  grid(rows: Question["rows"], columns: readonly Mark[]): Block[] {
    const { pdf } = this;
    const { size, doc } = pdf;
    const first = pdf.width * 0.4;
    const each = (pdf.width - first) / columns.length;
    const small = this.large ? size : size * 0.9;
    // Columns get a legend above the grid when a word would not fit above its column.
    const longest = columns.flatMap(({ label }) => label.split(/\s/));
    const named = longest.every((word) => pdf.widthOf(word, { size: small }) <= each - 8);
    const heads = [
      m.questionnaire_paper_row({}, this.locale),
      ...columns.map(({ mark, label }) => (named ? `${mark} ${label}` : mark)),
    ];
    const legend = columns.map(({ mark, label }) => `${mark}\u00A0= ${label}`).join(" ; ");
    const cell = (text: string, index: number) =>
      pdf.heightOf(text, { width: (index ? each : first) - 8, size: small }) + 8;
    const headHeight = Math.max(...heads.map(cell));
    const heights = rows.map(({ label }) => Math.max(cell(label, 0), size * 1.9));
    const height = headHeight + heights.reduce((sum, one) => sum + one, 0) + size * 0.4;
    const at = (index: number) => pdf.left + (index ? first + (index - 1) * each : 0);
    const row = (y: number, tall: number, write: () => void) => {
      pdf.within("TR", write);
      pdf.artifact(() => {
        for (let index = 0; index <= columns.length; index++)
          doc
            .rect(at(index), y, index ? each : first, tall)
            .lineWidth(0.5)
            .stroke("#777");
      });
    };
    const table: Block = {
      height,
      draw: () => {
        let { y } = doc;
        pdf.within("Table", () => {
          row(y, headHeight, () => {
            for (const [index, text] of heads.entries())
              pdf.element(
                "TH",
                () => pdf.write(text, at(index) + 4, y + 4, { width: (index ? each : first) - 8, size: small }),
                { scope: "Column" } as object,
              );
          });
          y += headHeight;
          for (const [number, { label }] of rows.entries()) {
            const tall = heights[number]!;
            const top = y;
            row(top, tall, () => {
              pdf.element("TH", () => pdf.write(label, at(0) + 4, top + 4, { width: first - 8, size: small }), {
                scope: "Row",
              } as object);
              for (const [index] of columns.entries())
                pdf.element("TD", () => this.#box(at(index + 1) + each / 2 - size / 2, top + tall / 2 - size / 2), {
                  actual: m.questionnaire_paper_box({}, this.locale),
                });
            });
            y += tall;
          }
        });
        doc.y = y + size * 0.4;
      },
    };
    return named ? [table] : [pdf.text("P", legend), table];
  }

  lines(count: number): Block {
    const { pdf } = this;
    const step = pdf.size * 2.1;
    return {
      height: count * step + pdf.size * 0.5,
      draw: () => {
        const top = pdf.doc.y;
        pdf.artifact(() => {
          for (let line = 1; line <= count; line++)
            pdf.doc
              .moveTo(pdf.left, top + line * step)
              .lineTo(pdf.left + pdf.width, top + line * step)
              .lineWidth(0.6)
              .stroke("#777");
        });
        pdf.doc.y = top + count * step + pdf.size * 0.5;
      },
    };
  }

  rule(): Block {
    const { pdf } = this;
    const space = pdf.size * 0.5;
    return {
      height: space,
      draw: () => {
        const { y } = pdf.doc;
        pdf.artifact(() =>
          pdf.doc
            .moveTo(pdf.left, y)
            .lineTo(pdf.left + pdf.width, y)
            .lineWidth(0.6)
            .stroke("#777"),
        );
        pdf.doc.y = y + space;
      },
    };
  }

  space(lines: number): Block {
    const height = lines * this.pdf.size;
    return { height, draw: () => void (this.pdf.doc.y += height) };
  }

  #box(x: number, y: number) {
    const side = this.pdf.size;
    this.pdf.doc.rect(x, y, side, side).lineWidth(0.9).stroke("#000");
  }
}
