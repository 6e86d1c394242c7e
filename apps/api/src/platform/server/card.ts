import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { type Font, openSync } from "fontkit";

/** Words of the picture by which a page is shown where its address is shared. */
export interface Card {
  site: string;
  title: string;
  description: string;
}

const [width, height] = [1200, 630];
const edge = 96;

const require = createRequire(import.meta.url);
const fontOf = (weight: number) =>
  openSync(require.resolve(`@fontsource/figtree/files/figtree-latin-${weight}-normal.woff`)) as Font;
let fonts: { text: Font; strong: Font } | undefined;

const colours = { paper: "#fbf6ea", ink: "#1b2440", quiet: "#474e6b", rule: "#a9352b", sap: "#0e5a43" };

/** Cards drawn lately, each of some 40 KB: one that is shared is asked for by many at once. */
const drawn = new Map<string, Buffer>();
const mostDrawn = 60;

/** The card as PNG, drawn once while it is among those drawn lately. */
export function cardPng(card: Card): Buffer {
  const name = JSON.stringify(card);
  const known = drawn.get(name);
  if (known) return known;
  const png = draw(card);
  drawn.set(name, png);
  if (drawn.size > mostDrawn) drawn.delete(drawn.keys().next().value!);
  return png;
}

/** Draws the card as PNG, 1200 × 630 as the Open Graph protocol advises. Letters are drawn as shapes: no font is asked for. */
function draw({ site, title, description }: Card): Buffer {
  fonts ??= { text: fontOf(400), strong: fontOf(700) };
  const { text, strong } = fonts;
  const titled = written(strong, drawable(strong, title), {
    size: 60,
    leading: 66,
    most: 3,
    y: 190,
    colour: colours.ink,
  });
  const told = written(text, drawable(text, description), {
    size: 34,
    leading: 46,
    most: 4,
    y: titled.y + 26,
    colour: colours.quiet,
  });
  const named = written(strong, drawable(strong, site), { size: 30, leading: 36, most: 1, y: 96, colour: colours.sap });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" fill="${colours.paper}"/>
    <rect x="56" width="4" height="${height}" fill="${colours.rule}" opacity=".55"/>
    ${named.svg}${titled.svg}${told.svg}</svg>`;
  return Buffer.from(new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng());
}

/** Words of the card of a page, from its tags; null of a page that is not shared. */
export function cardOf(html: string): Card | null {
  const [title, description, site] = ["title", "description", "site_name"].map((name) =>
    new RegExp(`<meta property="og:${name}" content="([^"]*)"`)
      .exec(html)?.[1]
      ?.slice(0, 300)
      .replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (it) => characters[it]!),
  );
  return title ? { title, description: description ?? "", site: site ?? "" } : null;
}

const characters: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };

/** A text in letters that the font has: a narrow space is a space, « ő » is « o », a picture is left out. Else a box is drawn. */
export function drawable(font: Pick<Font, "hasGlyphForCodePoint">, text: string): string {
  const has = (it: string) => font.hasGlyphForCodePoint(it.codePointAt(0)!);
  return Array.from(text.normalize("NFC"), (it) => {
    if (has(it)) return it;
    if (/\s/u.test(it)) return "\u00A0";
    return Array.from(it.normalize("NFD"))
      .filter((part) => !/\p{M}/u.test(part) && has(part))
      .join("");
  }).join("");
}

interface Lines {
  /** Height of letters and of a line, in pixels. */
  size: number;
  leading: number;
  most: number;
  /** Base of the first line. */
  y: number;
  colour: string;
}

/** A text in at most so many lines, and the base of the line after them. */
function written(font: Font, text: string, { size, leading, most, y, colour }: Lines) {
  const scale = size / font.unitsPerEm;
  const lines = linesOf(font, text, (width - 2 * edge) / scale, most);
  const shapes = lines.map((line, number) => {
    const { glyphs, positions } = font.layout(line);
    let x = 0;
    const paths = glyphs.map((glyph, at) => {
      const { xOffset, xAdvance } = positions[at]!;
      const path = `<path transform="translate(${x + xOffset})" d="${glyph.path.toSVG()}"/>`;
      x += xAdvance;
      return path;
    });
    const move = `translate(${edge} ${y + number * leading}) scale(${scale} ${-scale})`;
    return `<g fill="${colour}" transform="${move}">${paths.join("")}</g>`;
  });
  return { svg: shapes.join(""), y: y + lines.length * leading };
}

/** Cuts a text at its spaces into lines of a width, in units of the font; the last one says by « … » that it goes on. */
function linesOf(font: Font, text: string, most: number, count: number) {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (font.layout(longer).advanceWidth <= most) line = longer;
    else if (lines.length === count - 1) return [...lines, `${line}…`];
    else {
      if (line) lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}
