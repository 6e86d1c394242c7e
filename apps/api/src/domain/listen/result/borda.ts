/**
 * Borda's count of partial ballots, the unranked « rounded down » to nothing (« pessimistic » in D. Baumeister,
 * P. Faliszewski, J. Lang, J. Rothe, Campaigns for Lazy Voters: Truncated Ballots, AAMAS 2012): where m options can be
 * ranked at most, an option gets m points of each ballot that ranks it first, m − 1 of each that ranks it second… Whoever
 * ranks fewer gives no point to the others, and no more to the first.
 *
 *     points = Σ over ranks p from 1 to m of (m + 1 − p) × how many ballots rank it p-th
 */
export const bordaPoints = (byPlace: ReadonlyMap<number, number>, most: number) =>
  [...byPlace].reduce((points, [place, ballots]) => points + Math.max(0, most + 1 - place) * ballots, 0);
