/** Estimate of the evenings left; `usual` is true if it rests on the usual pace. */
export interface EveningsLeft {
  left: number | null;
  usual: boolean;
}

/**
 * Estimates the evenings left, by this evening's pace, as the sentence says: « Encore 3 soirées comme celle-ci ». Under
 * half of one's usual evening (median of the last five), by the usual pace: three texts read before dinner do not make
 * a month of evenings. Null when nothing is left or no pace is known.
 */
export function eveningsLeft(toRead: number, tonight: number, before: readonly number[]): EveningsLeft {
  const usual = median(before.slice(0, 5));
  const isUsual = tonight < usual / 2;
  const pace = isUsual ? usual : tonight;
  return { left: toRead > 0 && pace > 0 ? Math.ceil(toRead / pace) : null, usual: isUsual };
}

function median(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length === 0 ? 0 : sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
