import type { SynthesisLack, SynthesisLackCode } from "../../../graphql/resolvers.generated.ts";
import type { SynthesisVersion } from "./synthesis.entity.ts";

/** Most texts that a lack tells the number of: one more stands for others (0035). */
export const mostTexts = 100;

/** All that publishing looks at. */
export interface Found {
  version: Pick<SynthesisVersion, "version" | "circulatedOn" | "circulatesUntil" | "changes">;
  /** The day it is looked at. */
  today: string;
  /** Number of paragraphs. */
  paragraphs: number;
  /** Number of key points cited that are not stated. */
  notStated: number;
  /** Number of passages neither cited nor set aside with a reason. */
  unaccounted: number;
  /** Number of texts of the objective without an end, up to one past the most. */
  withoutEnd: number;
  /** Number of texts of the objective that wait for a moderator, up to one past the most. */
  held: number;
  /** Number of people who say that a citation distorts their words, with neither a correction nor a reply. */
  distorted: number;
}

/**
 * Answers what a version lacks to be published, in order; empty when ready. Pure. People asked who said nothing are not
 * counted: silence never blocks.
 */
export function lacksOf({
  version,
  today,
  paragraphs,
  notStated,
  unaccounted,
  withoutEnd,
  held,
  distorted,
}: Found): SynthesisLack[] {
  const { circulatedOn, circulatesUntil, changes } = version;
  const lacks: [SynthesisLackCode, boolean, number?][] = [
    ["NO_PARAGRAPH", paragraphs === 0],
    ["WORKING_KEY_POINTS", notStated > 0, notStated],
    ["UNACCOUNTED", unaccounted > 0, unaccounted],
    ["TEXTS_WITHOUT_END", withoutEnd > 0, withoutEnd],
    ["TEXTS_HELD", held > 0, held],
    ["CHANGES_NOT_SAID", version.version > 1 && !changes],
    ["NOT_CIRCULATED", !circulatedOn],
    ["STILL_CIRCULATING", circulatesUntil !== null && circulatesUntil >= today],
    ["DISTORTED", distorted > 0, distorted],
  ];
  return lacks.filter(([, lacking]) => lacking).map(([code, , count = 0]) => ({ code, count }));
}

/** Answers what a version lacks to circulate: the same demands on its words as for publishing. */
export const lacksToCirculate = (found: Found): SynthesisLack[] =>
  lacksOf(found).filter(({ code }) => code === "NO_PARAGRAPH" || code === "WORKING_KEY_POINTS");
