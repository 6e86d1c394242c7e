import { m } from "@cahier/schema/messages";
import { dayOf } from "../../../platform/day.ts";
import { denominator, type Language, type Line, linesOf, numberWords, shareWords } from "./result.lines.ts";
import type { ResultsFigures } from "./result.queries.ts";
import type { QuestionFigures } from "./result.questions.ts";

const width = 960;
const edge = 32;
const labels = 300;
const values = 285;
const track = width - 2 * edge - labels - values;

/** Piece of the drawing, from the top, with its height. */
interface Piece {
  height: number;
  draw: (y: number) => string;
}

/**
 * The results of one question as a drawing that stands alone, to be put into a report or shown on a wall: its style, its
 * words, its figures and its source are inside.
 */
export function resultSvg(
  results: ResultsFigures,
  wordings: QuestionFigures[],
  { now, site }: { now: Date; site: string },
  locale: Language,
): string {
  const { questionnaire, within } = results;
  const [newest] = wordings.toReversed();
  const title = `${newest!.question.code} ${newest!.label}`;
  const date = dateWords(dayOf(now), locale);
  const source = m.result_source({ title: questionnaire.title, site, date }, { locale });
  const pieces = [
    ...textPiece(title, "title", 60, 30),
    ...(within
      ? textPiece(
          `${m.result_beside({ group: within.label }, { locale })}. ${m.result_legend_whole({}, { locale })}.`,
          "quiet",
          100,
          24,
        )
      : []),
    ...wordings
      .toReversed()
      .flatMap((result, index) => wordingPieces(result, index > 0 || wordings.length > 1, locale)),
    space(12),
    ...textPiece(source, "source", 120, 20),
  ];
  let y = edge;
  const drawn = pieces.map(({ height, draw }) => {
    const text = draw(y);
    y += height;
    return text;
  });
  const description = wordings.flatMap((result) => [
    denominator(result, locale),
    ...linesOf(result).map((line) => lineWords(line, locale)),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y + edge}" viewBox="0 0 ${width} ${y + edge}" role="img" aria-labelledby="t d" lang="${locale}">
<title id="t">${escaped(title)}</title>
<desc id="d">${escaped([...description, source].join(". "))}</desc>
<style>${style}</style>
<rect class="paper" width="100%" height="100%"/>
${drawn.join("\n")}
</svg>
`;
}

const style = `text{font:16px Figtree,Arial,sans-serif;fill:#1b2440}
.title{font:700 24px "Bricolage Grotesque",Arial,sans-serif}
.row{font-weight:700}.value{font-weight:700;text-anchor:end}
.quiet,.source{fill:#474e6b;font-size:15px}.source{font-size:13px}
.paper{fill:#fffdf7}.track{fill:#e9e1cf}.bar{fill:#0e5a43}.whole{fill:#a9352b}`;

function wordingPieces(result: QuestionFigures, isOne: boolean, locale: Language): Piece[] {
  const lines = linesOf(result);
  const most = Math.max(1, ...lines.map(({ points }) => points ?? 0));
  return [
    ...(isOne ? [space(10), ...textPiece(`« ${result.label} »`, "row", 100, 24)] : []),
    ...textPiece(denominator(result, locale), "quiet", 110, 24),
    space(10),
    ...lines.flatMap((line, index) => [
      ...(line.row && line.row !== lines[index - 1]?.row ? [space(10), ...rowPiece(line, locale)] : []),
      barPiece(line, most, locale),
    ]),
  ];
}

const space = (height: number): Piece => ({ height, draw: () => "" });

const rowPiece = ({ row, mean }: Line, locale: Language) => {
  const told = mean === null ? "" : `, ${m.result_mean({ mean: numberWords(mean, locale) }, { locale })}`;
  return textPiece(row + told, "row", 100, 26);
};

function barPiece(line: Line, most: number, locale: Language): Piece {
  const { label, points, share, wholeShare } = line;
  const words = wrapped(label, 36);
  const height = Math.max(1, words.length) * 20 + 10;
  const part = points === null ? (share ?? 0) : points / most;
  return {
    height,
    draw: (y) =>
      [
        ...words.map((text, index) => textAt(edge, y + 15 + index * 20, "", text)),
        bar(edge + labels, y + 5, track, "track"),
        part > 0 ? bar(edge + labels, y + 5, part * track, "bar") : "",
        wholeShare === null
          ? ""
          : `<rect class="whole" x="${round(edge + labels + wholeShare * track - 2)}" y="${y + 1}" width="4" height="20"/>`,
        textAt(width - edge, y + 16, "value", valueWords(line, locale)),
      ].join(""),
  };
}

const bar = (x: number, y: number, length: number, name: string) =>
  `<rect class="${name}" x="${x}" y="${y}" width="${round(length)}" height="12" rx="6"/>`;

const round = (value: number) => Math.round(value * 10) / 10;

function valueWords({ count, share, wholeShare, points }: Line, locale: Language): string {
  const hidden = m.result_not_told({}, { locale });
  const told = count === null ? hidden : numberWords(count, locale);
  if (points !== null) return m.result_points({ points: numberWords(points, locale), first: told }, { locale });
  const part = share === null ? hidden : shareWords(share, locale);
  if (wholeShare === null) return m.result_count_share({ count: told, share: part }, { locale });
  return m.result_share_whole({ share: part, whole: shareWords(wholeShare, locale) }, { locale });
}

const lineWords = (line: Line, locale: Language) =>
  [line.row, line.label, valueWords(line, locale)].filter(Boolean).join(", ");

const textPiece = (text: string, name: string, length: number, height: number): Piece[] =>
  wrapped(text, length).map((line) => ({ height, draw: (y) => textAt(edge, y + height - 8, name, line) }));

const textAt = (x: number, y: number, name: string, text: string) =>
  `<text${name && ` class="${name}"`} x="${x}" y="${y}">${escaped(text)}</text>`;

/** Lines of so many characters at most, cut between words. */
function wrapped(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \n]+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const dateWords = (day: string, locale: Language) =>
  new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(day),
  );

/** As text of XML, whatever it is made of: without the characters that it cannot hold. */
const escaped = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
