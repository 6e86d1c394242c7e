import { plain } from "@cahier/schema/text/plain";
import { pinned } from "../keys/digits.ts";

interface Sought {
  sentence: string;
  shortName?: string | null;
  elsewhere: number | null;
}

/**
 * Key points that say some words, in the order in which they are likely sought: words that begin as was typed first; then
 * those of the sheet without a digit, since a digit gives the others; then those of other objectives.
 */
export function ranked<Known extends Sought>(all: readonly Known[], words: string): Known[] {
  const asked = plain(words.trim()).split(/\s+/);
  const digits = new Set(all.filter(({ elsewhere }) => elsewhere === null).slice(0, pinned));
  return all
    .flatMap((keyPoint) => {
      const known = plain(`${keyPoint.sentence} ${keyPoint.shortName ?? ""}`);
      if (!asked.every((word) => known.includes(word))) return [];
      const said = known.split(/[^\p{L}\p{N}]+/u);
      const begins = asked.every((word) => said.some((one) => one.startsWith(word)));
      const place = keyPoint.elsewhere !== null ? 2 : digits.has(keyPoint) ? 1 : 0;
      return [{ keyPoint, rank: (begins ? 0 : 3) + place }];
    })
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ keyPoint }) => keyPoint);
}
