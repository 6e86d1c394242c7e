interface Placed {
  /** The same for the same paragraph in all versions. */
  originId: string;
}

/** A paragraph in two versions, or in one of them. */
export interface Pair<Paragraph> {
  before: Paragraph | null;
  after: Paragraph | null;
  /** Its place among all, from 1, in each; null where the order of the others did not change around it. */
  moved: { before: number; after: number } | null;
}

/**
 * The paragraphs of two versions, each beside itself: in the order of the newer one, what was taken out where it was.
 * As few as can be are said to have moved: those outside of a longest run that kept its order.
 */
export function pairsOf<Paragraph extends Placed>(
  older: readonly Paragraph[],
  newer: readonly Paragraph[],
): Pair<Paragraph>[] {
  const placeBefore = new Map(older.map(({ originId }, at) => [originId, at]));
  const there = new Set(newer.map(({ originId }) => originId));
  const stayed = keptInOrder(newer.flatMap(({ originId }) => placeBefore.get(originId) ?? []));
  const pairs: Pair<Paragraph>[] = newer.map((after, at) => {
    const place = placeBefore.get(after.originId);
    if (place === undefined) return { before: null, after, moved: null };
    const moved = stayed.has(place) ? null : { before: place + 1, after: at + 1 };
    return { before: older[place]!, after, moved };
  });
  for (const [at, before] of older.entries()) {
    if (there.has(before.originId)) continue;
    const previous = older[at - 1]?.originId;
    const index = pairs.findIndex((pair) => (pair.after ?? pair.before)!.originId === previous);
    pairs.splice(index + 1, 0, { before, after: null, moved: null });
  }
  return pairs;
}

/** The numbers of a longest run that only grows. */
function keptInOrder(places: readonly number[]): Set<number> {
  const runs: number[][] = [];
  for (const place of places) {
    const best = runs.filter((run) => run.at(-1)! < place).toSorted((one, other) => other.length - one.length)[0] ?? [];
    runs.push([...best, place]);
  }
  return new Set(runs.toSorted((one, other) => other.length - one.length)[0]);
}
