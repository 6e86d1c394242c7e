/** A stretch of a text. */
export interface Stretch {
  startsAt: number;
  endsAt: number;
  quote: string;
}

const blank = /\s/;
const letter = /^[\p{L}\p{M}\p{N}]$/u;
const before = (text: string, at: number) => Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? "";
const after = (text: string, at: number) => Array.from(text.slice(at, at + 2))[0] ?? "";
const cutsWord = (text: string, at: number) => letter.test(before(text, at)) && letter.test(after(text, at));
const cutsSign = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text[at] ?? "");

/**
 * Answers the quote of a selection: without the blanks around it, and never half a word. Null when the offsets are not
 * in the text, or hold no word.
 */
export function wordsAt(text: string, from: number, to: number): Stretch | null {
  if (from < 0 || from >= to || to > text.length) return null;
  let [startsAt, endsAt] = [from, to];
  while (startsAt < endsAt && blank.test(text[startsAt]!)) startsAt += 1;
  while (endsAt > startsAt && blank.test(text[endsAt - 1]!)) endsAt -= 1;
  if (cutsSign(text, startsAt)) startsAt -= 1;
  if (cutsSign(text, endsAt)) endsAt += 1;
  if (!/[\p{L}\p{N}]/u.test(text.slice(startsAt, endsAt))) return null;
  while (cutsWord(text, startsAt)) startsAt -= before(text, startsAt).length;
  while (cutsWord(text, endsAt)) endsAt += after(text, endsAt).length;
  return { startsAt, endsAt, quote: text.slice(startsAt, endsAt) };
}
