import type { Counted_region } from "../../graphql/operations.generated.ts";
import { mainland } from "../../shared/franceMap.ts";

/** Positions of regions overseas, as far from the others as they are, in the units of the map. */
const overseas = [
  { code: "01", x: -10_360, y: 8830 },
  { code: "02", x: -10_310, y: 9190 },
  { code: "03", x: -8850, y: 11_880 },
  { code: "04", x: 10_860, y: 18_250 },
  { code: "06", x: 8950, y: 16_210 },
];

const places = new Map([...mainland, ...overseas].map((place) => [place.code, place]));

/** The two regions nearest to one, by its code, from which words came; none where it is not on the map. */
export function nearestHeard<Region extends Counted_region>(code: string, regions: readonly Region[]): Region[] {
  const here = places.get(code);
  if (!here) return [];
  const away = ({ territory }: Region) => {
    const there = places.get(territory.code);
    return there ? Math.hypot(there.x - here.x, there.y - here.y) : Infinity;
  };
  return regions
    .filter((one) => one.contributions > 0 && one.territory.code !== code && away(one) < Infinity)
    .toSorted((a, b) => away(a) - away(b))
    .slice(0, 2);
}
