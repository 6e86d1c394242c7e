/**
 * Agreement of two readers on one key point: given or not to each text that both read. Alpha of two values has a closed
 * form; with N texts, d on which they differ, g that were given among the 2N readings: 1 − (d / N) / (2g(2N − g) / (2N(2N − 1)))
 * (K. Krippendorff, « Computing Krippendorff's Alpha-Reliability », University of Pennsylvania, 2011).
 */
export interface Given {
  /** Texts that one of the two gave to it at least. */
  texts: number;
  alpha: number | null;
  /** Bounds of alpha at 95 %; null with it. */
  low: number | null;
  high: number | null;
}

/** Below so many texts nothing is said: a single one would decide. */
const fewestGiven = 8;

/** Normal deviate that leaves 2.5 % on each side. */
const z = 1.96;

/**
 * Wilson's score interval of a share, at 95 % (E. B. Wilson, « Probable Inference, the Law of Succession, and Statistical
 * Inference », Journal of the American Statistical Association, 1927). Pure.
 */
export function wilson(count: number, of: number): [low: number, high: number] {
  const share = count / of;
  const centre = share + z ** 2 / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const scale = 1 + z ** 2 / of;
  return [(centre - spread) / scale, (centre + spread) / scale];
}

/**
 * Agreement on one key point, over so many texts that two people read: `both` gave these to it, and one alone gave `one`.
 * The interval is that of the share on which they differ, what chance would do held fixed. Pure.
 */
export function givenOf({ both, one, all }: { both: number; one: number; all: number }): Given {
  const texts = both + one;
  const given = 2 * both + one;
  const chance = (2 * given * (2 * all - given)) / (2 * all * (2 * all - 1));
  if (texts < fewestGiven || chance === 0) return { texts, alpha: null, low: null, high: null };
  const [least, most] = wilson(one, all);
  return { texts, alpha: 1 - one / all / chance, low: 1 - most / chance, high: 1 - least / chance };
}
