/** Puts a value at a rank (0 is the first), wherever it was. Beyond the ends, it stops at the end. */
export function place<T>(ranked: readonly T[], value: T, rank: number): T[] {
  const others = ranked.filter((one) => one !== value);
  return others.toSpliced(Math.max(0, Math.min(rank, others.length)), 0, value);
}

/** One rank nearer to the first; unchanged when it is the first, or not ranked. */
export const moveUp = <T>(ranked: readonly T[], value: T): T[] => move(ranked, value, -1);

/** One rank further from the first; unchanged when it is the last, or not ranked. */
export const moveDown = <T>(ranked: readonly T[], value: T): T[] => move(ranked, value, 1);

/** Ranks a value last; unchanged when it is ranked already, or when `most` are. */
export const append = <T>(ranked: readonly T[], value: T, most = Infinity): T[] =>
  ranked.includes(value) || ranked.length >= most ? [...ranked] : [...ranked, value];

/** Takes a value out of the ranking: the ones behind it move up. */
export const remove = <T>(ranked: readonly T[], value: T): T[] => ranked.filter((one) => one !== value);

function move<T>(ranked: readonly T[], value: T, by: number): T[] {
  const rank = ranked.indexOf(value);
  return rank === -1 ? [...ranked] : place(ranked, value, rank + by);
}
