/** Key points that one reader gave to one text; may be empty. */
export type Codes = readonly string[];

/**
 * Jaccard distance: 0 for equal sets, 1 for disjoint ones; between {a, b} and {a}, one half. One less what they share,
 * over all that is in either (P. Jaccard, « Étude comparative de la distribution florale dans une portion des Alpes et
 * du Jura », 1901), used between readers who may give a text to several codes as in R. Passonneau, « Measuring
 * Agreement on Set-valued Items (MASI) », LREC 2006, of which it is the simpler half.
 */
export function distance(one: Codes, other: Codes): number {
  const all = new Set([...one, ...other]);
  const shared = one.filter((code) => other.includes(code)).length;
  return all.size === 0 ? 0 : 1 - shared / all.size;
}

/**
 * Krippendorff's alpha: 1 − observed disagreement / the one expected by chance. A text counts where two readers or more
 * read it; whoever did not read a text is left out there. With n the number of values that can be paired, and m of a text:
 * observed = 1/n · Σ over texts of Σ over ordered pairs of δ / (m − 1); expected = 1/(n(n − 1)) · Σ over all ordered pairs
 * of δ (K. Krippendorff, « Computing Krippendorff's Alpha-Reliability », University of Pennsylvania, 2011). Null where no
 * text was read twice, or all of them were given to the very same: chance would then do as well, and nothing can be said.
 */
export function alphaOf(texts: readonly (readonly Codes[])[]): number | null {
  const paired = texts.filter((readings) => readings.length > 1);
  const values = paired.flat();
  const n = values.length;
  const observed = sum(paired.map((readings) => allPairs(readings.map(once)) / (readings.length - 1))) / n;
  const expected = allPairs([...counted(values).values()]) / (n * (n - 1));
  return n === 0 || expected === 0 ? null : 1 - observed / expected;
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

interface Counted {
  codes: Codes;
  times: number;
}

const once = (codes: Codes): Counted => ({ codes, times: 1 });

/** The same sets together, with how many times each was given: of a thousand texts few sets are different. */
function counted(values: readonly Codes[]) {
  const sets = new Map<string, Counted>();
  for (const codes of values) {
    const key = codes.toSorted().join(" ");
    sets.set(key, { codes, times: (sets.get(key)?.times ?? 0) + 1 });
  }
  return sets;
}

/** The distance of each to each other one, both ways. */
const allPairs = (sets: readonly Counted[]) =>
  sum(sets.flatMap((one) => sets.map((other) => one.times * other.times * distance(one.codes, other.codes))));
