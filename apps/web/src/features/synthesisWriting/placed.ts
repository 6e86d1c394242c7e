import type { Placed } from "./SynthesisDesk.ts";
import type { KeyPointSource, Version } from "./writing.tsx";

/**
 * Place of each passage: cited, itself or under a cited key point; set aside, itself or with all of its key points;
 * else to be placed. The API counts by the same rule; here passage by passage, as one writes.
 */
export function placedOf(version: Version | null, sources: readonly KeyPointSource[]): Placed {
  const keyPoints = new Set(
    (version?.paragraphs ?? []).flatMap((one) => [...one.keyPoints, ...one.against].map(({ id }) => id)),
  );
  const passages = new Set((version?.paragraphs ?? []).flatMap((one) => one.passages.map(({ id }) => id)));
  const left = new Set((version?.setAside ?? []).flatMap(({ keyPoint }) => (keyPoint ? [keyPoint.id] : [])));
  const leftPassages = new Set((version?.setAside ?? []).flatMap(({ passage }) => (passage ? [passage.id] : [])));
  const under = new Map<string, string[]>();
  for (const { id, passages: those } of sources)
    for (const passage of those) under.set(passage.id, [...(under.get(passage.id) ?? []), id]);
  const of = (passageId: string) => {
    const points = under.get(passageId) ?? [];
    if (passages.has(passageId) || points.some((id) => keyPoints.has(id))) return "cited";
    if (leftPassages.has(passageId) || (points.length > 0 && points.every((id) => left.has(id)))) return "setAside";
    return "toPlace";
  };
  return { cited: keyPoints, setAside: left, of };
}
