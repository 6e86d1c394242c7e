/** A stretch of a text, and the thing its words stand for. */
export interface Found<Of> {
  of: Of;
  startsAt: number;
  endsAt: number;
}

/** A spelling to look for, and the thing it stands for. */
export interface Written<Of> {
  words: string;
  of: Of;
}

const special = /[.*+?^${}()|[\]\\]/g;

/** A word as it may stand in a text: in the plural too, with either apostrophe. */
const patternOf = (word: string) => {
  const plain = word.replace(special, "\\$&").replaceAll(/['’]/g, "['’]");
  return /[\p{L}]$/u.test(word) ? `${plain}(?:e?s|x)?` : plain;
};

/**
 * Looks for words in texts: whole ones, whatever their capitals, in the plural too (« circuits courts »). Where one is
 * part of another the longer is found. Made once for a list of words, used for many texts.
 */
export function finder<Of>(list: readonly Written<Of>[]): (text: string) => Found<Of>[] {
  const known = list
    .map(({ words, of }) => ({ words: words.trim().split(/\s+/), of }))
    .filter(({ words }) => words[0] !== "")
    .toSorted((a, b) => b.words.join(" ").length - a.words.join(" ").length);
  if (known.length === 0) return () => [];
  const any = known.map(({ words }) => `(${words.map(patternOf).join("\\s+")})`).join("|");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, "giu");
  return (text) =>
    [...text.matchAll(pattern)].map((match) => {
      const which = match.findIndex((group, index) => index > 0 && group !== undefined) - 1;
      return { of: known[which]!.of, startsAt: match.index, endsAt: match.index + match[0].length };
    });
}
