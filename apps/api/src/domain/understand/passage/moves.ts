import type { Passage } from "./passage.entity.ts";

type Place = Pick<Passage, "startsAt" | "endsAt">;

/** Places of passages in a text that changed, as near as can be to where they stood. Pure. */
export function whereNow<Marked extends Place & Pick<Passage, "quote">>(
  body: string,
  passages: Marked[],
): [Marked, Place][] {
  const taken = new Set<string>();
  const found = passages.map((passage) => [passage, nearest(body, passage)] as const);
  return found.flatMap(([passage, startsAt]): [Marked, Place][] => {
    if (startsAt === null) return [];
    const endsAt = startsAt + passage.quote.length;
    if (taken.has(`${startsAt} ${endsAt}`)) return [];
    taken.add(`${startsAt} ${endsAt}`);
    return [[passage, { startsAt, endsAt }]];
  });
}

function nearest(body: string, { quote, startsAt }: Place & Pick<Passage, "quote">): number | null {
  let best: number | null = null;
  for (let at = quote ? body.indexOf(quote) : -1; at >= 0; at = body.indexOf(quote, at + 1))
    if (best === null || Math.abs(at - startsAt) < Math.abs(best - startsAt)) best = at;
  return best;
}
