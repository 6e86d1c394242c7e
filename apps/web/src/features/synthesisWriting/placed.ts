import type { Placed } from "./SynthesisDesk.ts";
import type { Version } from "./writing.tsx";

/**
 * Place of each passage: cited, itself or under a cited key point; set aside, itself or with all of its key points;
 * else to be placed. The API counts by the same rule; here passage by passage, as one writes.
 */
export function placedOf(version: Version | null): Placed {
  const keyPoints = new Set(
    (version?.paragraphs ?? []).flatMap((one) => [...one.keyPoints, ...one.against].map(({ id }) => id)),
  );
  const passages = new Set((version?.paragraphs ?? []).flatMap((one) => one.passages.map(({ id }) => id)));
  const left = new Set((version?.setAside ?? []).flatMap(({ keyPoint }) => (keyPoint ? [keyPoint.id] : [])));
  const leftPassages = new Set((version?.setAside ?? []).flatMap(({ passage }) => (passage ? [passage.id] : [])));
  return {
    cited: keyPoints,
    setAside: left,
    of({ passage: { id }, keyPointIds }) {
      if (passages.has(id) || keyPointIds.some((one) => keyPoints.has(one))) return "cited";
      if (leftPassages.has(id) || (keyPointIds.length > 0 && keyPointIds.every((one) => left.has(one))))
        return "setAside";
      return "toPlace";
    },
  };
}
