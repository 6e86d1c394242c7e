/** Key points that one reader gave to one text, each once; may be empty. */
export type Codes = readonly string[];

/**
 * Jaccard distance: 0 for equal sets, 1 for disjoint ones; between {a, b} and {a}, one half. One less what they share,
 * over all that is in either (P. Jaccard, « Étude comparative de la distribution florale dans une portion des Alpes et
 * du Jura », 1901), used between readers who may give a text to several codes as in R. Passonneau, « Measuring
 * Agreement on Set-valued Items (MASI) », LREC 2006, of which it is the simpler half.
 */
export function distance(one: Codes, other: Codes): number {
  const shared = one.filter((code) => other.includes(code)).length;
  const all = one.length + other.length - shared;
  return all === 0 ? 0 : 1 - shared / all;
}

/** Texts to which their readers gave the same sets, one of each reader. */
export interface Alike {
  sides: readonly Codes[];
  times: number;
}

/**
 * Krippendorff's alpha: 1 − observed disagreement / the one expected by chance. A text counts where two readers or more
 * read it; whoever did not read a text is left out there. With n the number of values that can be paired, and m of a text:
 * observed = 1/n · Σ over texts of Σ over ordered pairs of δ / (m − 1); expected = 1/(n(n − 1)) · Σ over all ordered pairs
 * of δ (K. Krippendorff, « Computing Krippendorff's Alpha-Reliability », University of Pennsylvania, 2011). Null where no
 * text was read twice, or all of them were given to the very same: chance would then do as well, and nothing can be said.
 */
export function alphaOf(texts: readonly Alike[]): number | null {
  const paired = texts.filter(({ sides, times }) => sides.length > 1 && times > 0);
  const n = sum(paired.map(({ sides, times }) => sides.length * times));
  const observed = sum(paired.map(({ sides, times }) => (times * allPairs(sides.map(once))) / (sides.length - 1))) / n;
  const expected = amongAll(counted(paired)) / (n * (n - 1));
  return n === 0 || expected === 0 ? null : 1 - observed / expected;
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

interface Counted {
  codes: Codes;
  times: number;
}

const once = (codes: Codes): Counted => ({ codes, times: 1 });

/** The same sets together, with how many times each was given: of a thousand texts few sets are different. */
function counted(texts: readonly Alike[]): Counted[] {
  const sets = new Map<string, Counted>();
  for (const { sides, times } of texts)
    for (const codes of sides) {
      const key = codes.toSorted().join(" ");
      sets.set(key, { codes, times: (sets.get(key)?.times ?? 0) + times });
    }
  return [...sets.values()];
}

/** The distance of each to each other one, both ways. */
const allPairs = (sets: readonly Counted[]) =>
  sum(sets.map((one) => sum(sets.map((other) => one.times * other.times * distance(one.codes, other.codes)))));

/** The same of many sets: those that share nothing are one apart, the others are found by what they hold. */
function amongAll(sets: readonly Counted[]): number {
  const held = ({ codes }: Counted) => (codes.length > 0 ? codes : ["none"]);
  const holding = Map.groupBy(
    sets.flatMap((set) => held(set).map((code) => ({ code, set }))),
    ({ code }) => code,
  );
  const total = sum(sets.map(({ times }) => times));
  const shared = sets.map((one) => {
    const others = new Set(held(one).flatMap((code) => holding.get(code)!.map(({ set }) => set)));
    return sum(Array.from(others, (other) => one.times * other.times * (1 - distance(one.codes, other.codes))));
  });
  return total * total - sum(shared);
}
