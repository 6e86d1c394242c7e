import library from "pptxgenjs";
import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";
import { type Entry, zip } from "../zip.ts";
import { tagOf } from "./writing.ts";

export interface Bar {
  label: string;
  value: number;
}

/** One idea: its title, what is read of it, what whoever speaks has before them. */
export interface Slide {
  title: string;
  lines: string[];
  chart?: { name: string; alt: string; bars: Bar[] };
  /** A line each. */
  notes: string[];
  /** The one that opens the deck. */
  first?: boolean;
}

/** Slides before they are a file. */
export interface Deck {
  title: string;
  language: "fr" | "en";
  /** The day it is of: the same deck makes the same bytes. */
  day: string;
  slides: Slide[];
}

/** Its types are those of another module system than its code. */
const PptxGenJs = library as unknown as typeof library.default;

/** In inches, on a page of 13.33 by 7.5. */
const at = { left: 0.9, width: 11.5, title: 0.55, titleHeight: 1.5, body: 2.2, bodyHeight: 4.4 };
const color = { paper: "FFFDF7", ink: "1B2440", quiet: "474E6B", rule: "A9352B", bar: "0E5A43" };
const face = { title: "Georgia", text: "Calibri" };

/** A deck as PPTX: titles that are titles, each chart with its words, and the notes of whoever speaks. */
export async function pptx(deck: Deck): Promise<Buffer> {
  const made = new PptxGenJs();
  const lang = tagOf[deck.language];
  made.layout = "LAYOUT_WIDE";
  made.title = deck.title;
  made.company = "Cahier commun";
  made.author = "Cahier commun";
  made.theme = { headFontFace: face.title, bodyFontFace: face.text };
  const rule = { rect: { x: 0.5, y: 0, w: 0.03, h: 7.5, fill: { color: color.rule } } };
  const number = { x: 12.3, y: 7.0, w: 0.6, h: 0.3, fontFace: face.text, fontSize: 12, color: color.quiet };
  const place = (name: "title" | "body", y: number, h: number, fontSize: number) => ({
    placeholder: {
      options: {
        name,
        type: name,
        x: at.left,
        y,
        w: at.width,
        h,
        fontFace: name === "title" ? face.title : face.text,
        fontSize,
        color: color.ink,
        bold: name === "title",
        align: "left" as const,
        valign: name === "title" ? ("bottom" as const) : ("top" as const),
        margin: 0,
      },
      text: "",
    },
  });
  const background = { color: color.paper };
  made.defineSlideMaster({
    title: "OPENING",
    background,
    objects: [rule, place("title", 1.6, 1.9, 44), place("body", 3.8, 2.4, 22)],
    slideNumber: number,
  });
  made.defineSlideMaster({
    title: "IDEA",
    background,
    objects: [rule, place("title", at.title, at.titleHeight, 32), place("body", at.body, at.bodyHeight, 24)],
    slideNumber: number,
  });
  for (const slide of deck.slides) {
    const page = made.addSlide({ masterName: slide.first ? "OPENING" : "IDEA" });
    page.addText(slide.title, { placeholder: "title", lang, fit: "shrink" });
    if (slide.chart) {
      const { name, alt, bars } = slide.chart;
      page.addChart(
        made.ChartType.bar,
        [{ name, labels: bars.map(({ label }) => label), values: bars.map(({ value }) => value) }],
        {
          x: at.left,
          y: at.body,
          w: at.width,
          h: at.bodyHeight,
          barDir: "bar",
          // The first one on top: its types know the other way alone.
          catAxisOrientation: "maxMin" as "minMax",
          valAxisHidden: true,
          valGridLine: { style: "none" },
          showValue: true,
          chartColors: [color.bar],
          catAxisLabelFontSize: 14,
          catAxisLabelColor: color.ink,
          dataLabelFontSize: 14,
          dataLabelColor: color.ink,
          altText: alt,
        },
      );
    } else {
      const many = slide.lines.length > 1 && !slide.first;
      page.addText(
        slide.lines.map((text, index) => ({
          text,
          options: {
            lang,
            breakLine: index < slide.lines.length - 1,
            ...(many && { bullet: { indent: 18 } }),
            paraSpaceAfter: 10,
          },
        })),
        { placeholder: "body", fit: "shrink" },
      );
    }
    page.addNotes(slide.notes.join("\n"));
  }
  const file = (await made.write({ outputType: "nodebuffer" })) as Buffer;
  return steady(file, deck.day);
}

/** The same archive without the instant it was made, nor how many were made before: the same deck makes the same bytes. */
async function steady(archive: Buffer, day: string): Promise<Buffer> {
  const read = await fromBufferPromise(archive, { lazyEntries: true });
  const parts = new Map<string, Buffer>();
  for await (const entry of read.eachEntry())
    if (!entry.fileName.endsWith("/")) parts.set(entry.fileName, await buffer(await read.openReadStreamPromise(entry)));
  // Charts are numbered over all the decks that this process made.
  const charts = [...parts.keys()].flatMap((name) => /\/chart(\d+)\.xml$/.exec(name)?.[1] ?? []).map(Number);
  const numbers = new Map(charts.toSorted((a, b) => a - b).map((number, index) => [`${number}`, `${index + 1}`]));
  const renumbered = (text: string) =>
    text.replace(
      /(charts\/chart|charts\/_rels\/chart|Microsoft_Excel_Worksheet)(\d+)\./g,
      (_, name: string, number: string) => `${name}${numbers.get(number) ?? number}.`,
    );
  const entries = await Promise.all(
    [...parts].map(async ([name, content]): Promise<Entry> => {
      const isText = name.endsWith(".rels") || name === "[Content_Types].xml";
      const same = isText ? Buffer.from(renumbered(content.toString())) : await steadyPart(name, content, day);
      return {
        name: renumbered(name),
        content: async function* () {
          yield same;
        },
      };
    }),
  );
  return buffer(zip(entries));
}

async function steadyPart(name: string, content: Buffer, day: string): Promise<Buffer> {
  if (name.endsWith(".xlsx")) return steady(content, day);
  if (!name.endsWith("docProps/core.xml")) return content;
  const dated = content.toString().replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${day}T12:00:00Z`);
  return Buffer.from(dated);
}
