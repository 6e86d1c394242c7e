/** A stretch of a text, and what was looked for in it. */
export interface SearchExtract {
  text: string;
  begun: boolean;
  goesOn: boolean;
  ranges: number[];
}

/** Marks that `ts_headline` puts around what was looked for: no text holds them. */
export const opens = "\u0002";
export const closes = "\u0003";

/** Characters of an extract. */
const length = 260;

/** The text, and its stretches between marks. Marks were put into a copy of it, of as many characters. */
function marked(text: string, copy: string) {
  const ranges: number[] = [];
  let at = 0;
  for (const character of copy)
    if (character === opens || character === closes) ranges.push(at);
    else at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return ranges;
}

/** The part of a text that holds most of what was looked for, cut between two words. */
export function extractOf(text: string, copy: string): SearchExtract {
  const all = marked(text, copy);
  if (text.length <= length) return { text, begun: false, goesOn: false, ranges: all };
  const from = startOf(text, all);
  let end = Math.min(text.length, from + length);
  if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), from + length / 2);
  const part = text.slice(from, end).toWellFormed();
  const ranges: number[] = [];
  for (let at = 0; at < all.length; at += 2)
    if (all[at]! >= from && all[at + 1]! <= end) ranges.push(all[at]! - from, all[at + 1]! - from);
  return { text: part, begun: from > 0, goesOn: end < text.length, ranges };
}

/** Begins a little before the stretch after which most others follow. */
function startOf(text: string, ranges: number[]) {
  const starts = ranges.filter((_, index) => index % 2 === 0);
  // They stand in order: each is counted once as it comes within reach, and left once.
  let [best, most, end] = [starts[0] ?? 0, 0, 0];
  for (const [index, start] of starts.entries()) {
    while (end < starts.length && starts[end]! < start + length - 60) end++;
    if (end - index > most) [best, most] = [start, end - index];
  }
  if (best < 80) return 0;
  // From the beginning of a sentence or, where it is far, of a word.
  const before = text.slice(best - 80, best);
  const sentence = Math.max(...[". ", "! ", "? ", "\n"].map((stop) => before.lastIndexOf(stop)));
  if (sentence >= 0) return best - 80 + sentence + (before[sentence] === "\n" ? 1 : 2);
  const word = before.indexOf(" ");
  return best - 80 + word + 1;
}
