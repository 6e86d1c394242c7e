/** Under so many people, a count by place or by way of coming would tell who. */
export const fewest = 5;

/**
 * Counts that may be told beside their sum: none under five, and what is hidden is never one to four people either,
 * since the sum gives it back: the smallest of those told is hidden with it.
 */
export function tellable<Key>(counts: ReadonlyMap<Key, number>): [Key, number][] {
  const told = [...counts].filter(([, people]) => people >= fewest).toSorted(([, a], [, b]) => b - a);
  const all = sum([...counts]);
  const hidden = all - sum(told);
  if (hidden > 0 && hidden < fewest) told.pop();
  return told;
}

const sum = (counts: readonly (readonly [unknown, number])[]) =>
  counts.reduce((total, [, people]) => total + people, 0);
