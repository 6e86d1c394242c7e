/** Counts by place or by way of coming go by so many. */
const step = 5;

/** A count that moves by five; null under five. */
export const stepped = (people: number): number | null => (people < step ? null : people - (people % step));

/**
 * Counts that may be told beside their exact sum, each in steps of five, most first. They are lowered until five people
 * at least stand in none, and none is told of few people, or of people that only a few cells can hold: who subtracts
 * finds no count exactly, nor that a place which is not told has one to four. `possible` is the number of cells there are.
 */
export function steps<Key>(counts: ReadonlyMap<Key, number>, possible: number): [Key, number][] {
  const all = [...counts.values()].reduce((sum, people) => sum + people, 0);
  if (all < (possible < 8 ? 20 : 10)) return [];
  const told = [...counts].map(([key, people]): [Key, number] => [key, people - (people % step)]);
  for (;;) {
    told.sort(([, a], [, b]) => b - a);
    const rest = all - told.reduce((sum, [, people]) => sum + people, 0);
    if (rest > (step - 1) * (possible - 1)) return [];
    if (rest >= step) return told.filter(([, people]) => people > 0);
    told[0]![1] -= step;
  }
}
