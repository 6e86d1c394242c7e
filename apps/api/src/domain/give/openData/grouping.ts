import { fewest } from "../../listen/result/small.ts";

/** Count of the people who share a trait: in the file, and outside it. */
export interface Count {
  published: number;
  rest: number;
}

/**
 * True if at least five people of the file share the trait, and the people who share it outside the file (results minus
 * file) are none or at least five.
 */
const isTold = ({ published, rest }: Count) => published >= fewest && (rest === 0 || rest >= fewest);

/** Some counts together. */
export const sumOf = (counts: Count[]): Count => ({
  published: counts.reduce((total, { published }) => total + published, 0),
  rest: counts.reduce((total, { rest }) => total + rest, 0),
});

/**
 * Answers the traits that may be told one from another. All others are grouped, and the group may be told as a whole:
 * if it may not, the smallest trait that is enough joins it.
 */
export function toldApart(counts: ReadonlyMap<string, Count>): Set<string> {
  const all = [...counts].toSorted(([a, one], [b, other]) => one.published - other.published || (a < b ? -1 : 1));
  const told = all.filter(([, count]) => isTold(count));
  const together = all.filter(([, count]) => !isTold(count));
  const withAll = (more: typeof all) => isTold(sumOf([...together, ...more].map(([, count]) => count)));
  while (together.length > 0 && told.length > 0 && !withAll([])) {
    const enough = told.findIndex((one) => withAll([one]));
    together.push(...told.splice(Math.max(0, enough), 1));
  }
  return new Set(told.map(([trait]) => trait));
}
