import type { SynthesisLack, SynthesisLackCode } from "../../../graphql/resolvers.generated.ts";
import type { SynthesisVersion } from "./synthesis.entity.ts";

/** All that publishing looks at. */
export interface Found {
  version: Pick<SynthesisVersion, "version" | "circulatedOn" | "circulatesUntil" | "changes">;
  /** The day it is looked at. */
  today: string;
  /** How many paragraphs it has. */
  paragraphs: number;
  /** How many key points it cites that are not stated. */
  notStated: number;
  /** How many passages it neither cites nor leaves out with a reason. */
  unaccounted: number;
  /** How many people's words it cites of which they say that it distorts, with neither a correction nor a reply. */
  distorted: number;
}

/**
 * What a version lacks to be published, in order; nothing when it is ready. Pure. Those who were asked and said nothing
 * are not among it: silence never blocks.
 */
export function lacksOf({ version, today, paragraphs, notStated, unaccounted, distorted }: Found): SynthesisLack[] {
  const { circulatedOn, circulatesUntil, changes } = version;
  const lacks: [SynthesisLackCode, boolean, number?][] = [
    ["NO_PARAGRAPH", paragraphs === 0],
    ["WORKING_KEY_POINTS", notStated > 0, notStated],
    ["UNACCOUNTED", unaccounted > 0, unaccounted],
    ["CHANGES_NOT_SAID", version.version > 1 && !changes],
    ["NOT_CIRCULATED", !circulatedOn],
    ["STILL_CIRCULATING", circulatesUntil !== null && circulatesUntil >= today],
    ["DISTORTED", distorted > 0, distorted],
  ];
  return lacks.filter(([, lacking]) => lacking).map(([code, , count = 0]) => ({ code, count }));
}

/** What opens a version to all asks no less of its words than publishing it. */
export const lacksToCirculate = (found: Found): SynthesisLack[] =>
  lacksOf(found).filter(({ code }) => code === "NO_PARAGRAPH" || code === "WORKING_KEY_POINTS");
