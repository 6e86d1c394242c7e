import type { ResultSpread } from "../../../graphql/resolvers.generated.ts";

/** A number, with its count. */
export interface Weighed {
  value: number;
  count: number;
}

/** To two decimals, halves away from zero. */
export const rounded = (value: number) => Math.round((value + Math.sign(value) * 1e-9) * 100) / 100;

/** The mean; null of nothing. */
export function mean(numbers: readonly Weighed[]): number | null {
  const count = numbers.reduce((sum, it) => sum + it.count, 0);
  return count ? rounded(numbers.reduce((sum, it) => sum + it.value * it.count, 0) / count) : null;
}

/** The number under which a share of them lies, between two where it falls between two; null of nothing. */
export function quantile(numbers: readonly Weighed[], share: number): number | null {
  const sorted = numbers.filter(({ count }) => count > 0).toSorted((a, b) => a.value - b.value);
  const place = (sorted.reduce((sum, it) => sum + it.count, 0) - 1) * share;
  if (sorted.length === 0) return null;
  const at = (index: number) => {
    let passed = 0;
    return sorted.find(({ count }) => (passed += count) > index)!.value;
  };
  const below = Math.floor(place);
  return rounded(at(below) + (at(Math.ceil(place)) - at(below)) * (place - below));
}

/** Spread of numbers; null when there are none. */
export function spreadOf(numbers: readonly Weighed[]): ResultSpread | null {
  const at = (share: number) => quantile(numbers, share)!;
  if (quantile(numbers, 0) === null) return null;
  return {
    min: at(0),
    lowerQuartile: at(0.25),
    median: at(0.5),
    upperQuartile: at(0.75),
    max: at(1),
    mean: mean(numbers)!,
  };
}

/** The most bars that numbers are drawn with. */
const mostBins = 10;

/** A stretch of numbers, the last one included. */
export interface Bin {
  from: number;
  to: number;
  label: string;
}

/** Stretches of a round width that hold these numbers: each number by itself where they are whole and few. */
export function binsOf(numbers: readonly Weighed[]): Bin[] {
  const values = numbers.map(({ value }) => value);
  if (values.length === 0) return [];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const whole = values.every(Number.isInteger);
  const width = roundWidth((most - least + (whole ? 1 : 0)) / mostBins, whole);
  const first = Math.floor(least / width);
  return Array.from({ length: Math.floor(most / width) - first + 1 }, (_, index) => {
    const from = rounded((first + index) * width);
    const next = rounded((first + index + 1) * width);
    const to = whole ? next - 1 : next;
    return { from, to, label: from === to ? `${from}` : `${from} – ${to}` };
  });
}

/** The least of 1, 2, 5, 10, 20, 50… that is wide enough. */
function roundWidth(least: number, whole: boolean) {
  if (!(least > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const width = [1, 2, 5, 10].map((step) => step * power).find((step) => step >= least - 1e-9)!;
  return whole ? Math.max(1, width) : width;
}

/** Index of the bin of a number. */
export const binOf = (bins: readonly Bin[], value: number) => bins.findLastIndex(({ from }) => value >= from - 1e-9);
