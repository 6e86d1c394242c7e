import { setImmediate as nextTurn } from "node:timers/promises";
import { m } from "@cahier/schema/messages";
import { type Definition, OTHER, type Question } from "@cahier/schema/questionnaire/definition";
import { blankOf } from "@cahier/schema/questionnaire/printed";
import { regional } from "../../../platform/day.ts";
import { type Block, TaggedPdf } from "../../../platform/files/pdf.ts";
import type { Questionnaire } from "../questionnaire/questionnaire.entity.ts";
import { Blanks } from "./blank.pdf.ts";

/** A sheet to print: with its code, or a form for anybody without one. */
export interface SheetOnPaper {
  batch: string;
  number: number;
  count: number;
  code: string;
}

interface Options {
  questionnaire: Pick<Questionnaire, "slug" | "number" | "title" | "intro" | "closesAt" | "anonymous">;
  definition: Definition;
  /** Origin of the site, as « https://… ». */
  origin: string;
  language: "fr" | "en";
  /** Organiser, at the end of each sheet. */
  imprint: string;
  large: boolean;
  /** True where the territories are those of France. */
  france: boolean;
  /** True where this site can write to whoever leaves an address. */
  writes: boolean;
}

/**
 * A questionnaire for a pen as a tagged file, once for each sheet, or once without a code. Pages are numbered within
 * their sheet. It leaves others their turn between two sheets.
 */
export function sheetsPdf(options: Options, sheets: readonly SheetOnPaper[]) {
  // Each sheet has as many pages as the first: known before any is written.
  const pages = new SheetWriter(options, 0).write(sheets[0] ?? null);
  const writer = new SheetWriter(options, pages);
  const finished = (async () => {
    if (sheets.length === 0) writer.write(null);
    for (const sheet of sheets) {
      writer.write(sheet);
      await nextTurn();
    }
    writer.pdf.doc.end();
  })();
  return { stream: writer.pdf.doc, finished };
}

class SheetWriter {
  readonly pdf: TaggedPdf;
  readonly #options: Options;
  readonly #blanks: Blanks;
  #sheet: SheetOnPaper | null = null;

  constructor(options: Options, pages: number) {
    this.#options = options;
    const { questionnaire, language, large } = options;
    const locale = { locale: language };
    this.pdf = new TaggedPdf({
      title: questionnaire.title,
      language,
      size: large ? 17 : 10.5,
      foot: (page) =>
        [this.#sheet && m.paper_sheet(this.#sheet, locale), m.paper_page({ page, pages }, locale)]
          .filter(Boolean)
          .join(" · "),
    });
    this.#blanks = new Blanks(this.pdf, large, locale);
  }

  /** Writes a sheet, and says how many pages it took. */
  write(sheet: SheetOnPaper | null): number {
    const { pdf } = this;
    this.#sheet = sheet;
    pdf.newPage(true);
    if (sheet) pdf.doc.outline.addItem(m.paper_sheet(sheet, this.#locale));
    pdf.within("Part", () => {
      this.#head();
      for (const section of this.#options.definition.sections) {
        const title = [
          pdf.text("H2", section.title, { size: pdf.size * 1.5, style: "strong" }, 0.6),
          ...(section.intro ? [pdf.text("P", section.intro)] : []),
        ];
        const [first, ...others] = section.questions.map((question) => this.#question(question));
        // A title never stands alone at the bottom of a page.
        pdf.together([...title, ...(first ?? [])]);
        for (const question of others) pdf.together(question);
      }
      this.#about();
      pdf.together([pdf.text("P", this.#options.imprint)]);
      if (sheet) this.#slip(sheet);
    });
    return pdf.pages;
  }

  get #locale() {
    return { locale: this.#options.language };
  }

  #head() {
    const { pdf } = this;
    const { questionnaire, origin, language } = this.#options;
    const { slug, number, title, intro, closesAt } = questionnaire;
    const { doc, size } = pdf;
    const online = `${origin}/questionnaires/${slug}`;
    const side = size * 6.4;
    const width = pdf.width - side - 18;
    const until = new Intl.DateTimeFormat(regional(language), { dateStyle: "long", timeZone: "Europe/Paris" }).format(
      closesAt,
    );
    const top = doc.y;
    let y = top;
    const line = (type: string, text: string, look: Parameters<TaggedPdf["write"]>[3] = {}, after = 0.4) => {
      const height = pdf.heightOf(text, { ...look, width });
      pdf.element(type, () => pdf.write(text, pdf.left, y, { ...look, width }));
      y += height + after * size;
    };
    line(
      "P",
      `${m.questionnaire_number({ number }, this.#locale)} · ${m.questionnaire_paper_until({ date: until }, this.#locale)}`,
    );
    line("H1", title, { size: size * 2, style: "strong" });
    line("P", intro);
    line("P", `${m.questionnaire_paper_promise({}, this.#locale)} ${m.questionnaire_paper_how({}, this.#locale)}`);
    line("P", `${m.questionnaire_paper_online({}, this.#locale)} ${online}`);
    pdf.qr(online, m.paper_qr({ address: online }, this.#locale), pdf.left + pdf.width - side, top, side);
    doc.y = Math.max(y, top + side) + size;
    if (!this.#sheet) return;
    const words = `${m.paper_sheet(this.#sheet, this.#locale)}. ${m.paper_sheet_code(this.#sheet, this.#locale)}`;
    pdf.together([this.#blanks.rule(), pdf.text("P", words, { style: "strong" }, 0.3), this.#blanks.rule()]);
  }

  #question(question: Question): Block[] {
    const { pdf } = this;
    const title = question.type === "TEXT_BLOCK" ? question.label : `${question.code} ${question.label}`;
    const said: Block[] = [pdf.text("H3", title, { size: pdf.size * 1.15, style: "strong" })];
    if (question.visibleIf != null) said.push(pdf.text("P", m.questionnaire_paper_if({}, this.#locale)));
    // A ranking is done otherwise with a pen: its own sentence says how.
    if (question.help && question.type !== "RANKING") said.push(pdf.text("P", question.help));
    const blank = blankOf(question);
    switch (blank.kind) {
      case "none":
        break;
      case "lines":
        said.push(this.#blanks.lines(blank.count));
        break;
      case "grid":
        said.push(...this.#blanks.grid(blank.rows, blank.columns));
        break;
      case "marks": {
        const { ranked, most, marks, other } = blank;
        if (most !== null)
          said.push(
            pdf.text(
              "P",
              ranked
                ? m.questionnaire_paper_rank({ max: most }, this.#locale)
                : m.questionnaire_paper_most({ max: most }, this.#locale),
            ),
          );
        said.push(
          this.#blanks.boxes(
            marks.map(({ mark, value, label }) => ({
              mark,
              label: value === OTHER && other ? `${label} …………………………` : label,
            })),
          ),
        );
      }
    }
    return [...said, this.#blanks.space(0.9)];
  }

  /** Draws the fields beside the questions: appearance, for whom one speaks, mail address. */
  #about() {
    const { pdf } = this;
    const { questionnaire, france, writes } = this.#options;
    const { anonymous } = questionnaire;
    const l = this.#locale;
    const dots = " ……………………………………………";
    const title = (text: string) => pdf.text("H2", text, { size: pdf.size * 1.3, style: "strong" });
    pdf.together([
      title(m.questionnaire_appear({}, l)),
      this.#blanks.boxes([
        ...(anonymous ? [] : [{ mark: "1", label: m.questionnaire_appear_named({}, l) + dots }]),
        {
          mark: "2",
          label: france ? m.questionnaire_appear_anonymous({}, l) : m.questionnaire_appear_anonymous_own({}, l),
        },
        {
          mark: "3",
          label: `${m.questionnaire_appear_unpublished({}, l)}. ${m.questionnaire_appear_unpublished_help({}, l)}`,
        },
      ]),
      this.#blanks.space(0.8),
    ]);
    pdf.together([
      title(m.paper_speaks({}, l)),
      this.#blanks.boxes([
        { mark: "", label: m.paper_speaks_self({}, l) },
        { mark: "", label: m.paper_speaks_organisation({}, l) + dots },
        { mark: "", label: `${m.paper_speaks_group({}, l)} ………` },
      ]),
      this.#blanks.space(0.4),
      ...(anonymous || !writes ? [] : [pdf.text("P", m.paper_contact({}, l) + dots)]),
      pdf.text("P", m.questionnaire_paper_give({}, l)),
    ]);
  }

  /** Draws the slip that the person tears off and keeps. */
  #slip(sheet: SheetOnPaper) {
    const { pdf } = this;
    const { origin } = this.#options;
    const l = this.#locale;
    const { size, doc } = pdf;
    const side = size * 6;
    const width = pdf.width - side - 18;
    // The sign that checks a code is for whoever types it.
    const trail = `${origin}/follow/${sheet.code.slice(0, 19)}`;
    const lines: [string, string, Parameters<TaggedPdf["write"]>[3]][] = [
      ["H2", m.paper_slip_title({}, l), { size: size * 1.3, style: "strong" }],
      ["P", sheet.code, { size: size * 1.7, style: "strong" }],
      ["P", `${m.paper_slip_lead({}, l)} ${m.paper_slip_where({ address: `${origin}/follow` }, l)}`, {}],
      ["P", `${m.paper_slip_reading({}, l)} ${m.paper_sheet(sheet, l)}.`, {}],
    ];
    const heights = lines.map(([, text, look]) => pdf.heightOf(text, { ...look, width }) + size * 0.4);
    const height =
      size * 2 +
      Math.max(
        side,
        heights.reduce((sum, one) => sum + one, 0),
      );
    const draw = () => {
      const top = doc.y;
      pdf.artifact(() =>
        doc
          .moveTo(pdf.left, top + size)
          .lineTo(pdf.left + pdf.width, top + size)
          .lineWidth(1.2)
          .dash(5, { space: 4 })
          .stroke("#000")
          .undash(),
      );
      let y = top + size * 2;
      for (const [index, [type, text, look]] of lines.entries()) {
        const line = y;
        pdf.element(type, () => pdf.write(text, pdf.left, line, { ...look, width }));
        y += heights[index]!;
      }
      pdf.qr(trail, m.paper_qr_follow({ address: trail }, l), pdf.left + pdf.width - side, top + size * 2, side);
      doc.y = top + height;
    };
    pdf.together([{ height, draw }]);
  }
}
