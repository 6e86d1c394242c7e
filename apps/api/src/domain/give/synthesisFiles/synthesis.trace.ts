/** The trace has its keys in order and no date of its own: made again, it is the same to the byte. */
import { canonical } from "../../../platform/canonical.ts";
import { order, tracedSources } from "./source.trace.ts";
import type { Chain } from "./synthesis.chain.ts";

/**
 * The chain behind a version as data: paragraphs, key points, passages, contributions, each once, by ids. The same
 * version makes the same bytes: keys in the order of their letters, rows in that of what they are known by, no date but
 * those that are kept. No name: it outlives the page it came from. Words that were taken back show as such.
 */
export function traceOf(chain: Chain, origin: string): string {
  const { synthesis, objective, version, paragraphs, keyPoints, leftOut, causes } = chain;
  const sources = new Map(
    [
      ...paragraphs.flatMap((it) => it.sources),
      ...[...keyPoints.values()].flatMap((it) => it.sources),
      ...leftOut.flatMap((it) => it.sources),
    ].map((source) => [source.passage.id, source]),
  );
  const { passages, contributions } = tracedSources([...sources.values()], origin);
  const published = [...sources.values()].filter(({ state }) => state === "PUBLISHED");
  const trace = {
    format: "cahier-commun/synthesis-trace",
    formatVersion: 1,
    synthesis: {
      id: synthesis.id,
      slug: synthesis.slug,
      title: synthesis.title,
      address: `${origin}/syntheses/${synthesis.slug}`,
      objective: { slug: objective.slug, number: objective.number, address: `${origin}/objectives/${objective.slug}` },
    },
    version: {
      id: version.id,
      number: version.version,
      state: version.state,
      circulatedOn: version.circulatedOn,
      publishedAt: version.publishedAt?.toISOString() ?? null,
      definition: version.definition,
      changes: version.changes,
      causes: causes.map(({ reaction, meeting }) => ({
        reaction: reaction?.id ?? null,
        meeting: meeting && `${origin}/meetings/${meeting.slug}`,
      })),
    },
    paragraphs: paragraphs.map(({ paragraph, on, against, sources: cited }) => ({
      id: paragraph.id,
      originId: paragraph.originId,
      position: paragraph.position,
      kind: paragraph.kind,
      text: paragraph.text,
      detail: paragraph.detail,
      keyPoints: on,
      against,
      passages: cited.map(({ passage }) => passage.id).toSorted(),
    })),
    keyPoints: [...keyPoints.values()].map(({ keyPoint, sources: behind, standing }) => ({
      id: keyPoint.id,
      number: keyPoint.number,
      sentence: keyPoint.sentence,
      nature: keyPoint.nature,
      address: `${origin}/key-points/${keyPoint.id}`,
      counts: {
        passages: behind.filter(({ state }) => state === "PUBLISHED").length,
        people: standing.people,
        regions: standing.regions,
      },
      passages: behind.map(({ passage }) => passage.id).toSorted(),
    })),
    passages,
    contributions,
    setAside: leftOut
      .map(({ reason, note, saidBy, keyPoint, sources: those }) => ({
        reason,
        note,
        saidBy: saidBy?.id ?? null,
        keyPoint: keyPoint?.id ?? null,
        passages: those.map(({ passage }) => passage.id).toSorted(),
      }))
      .toSorted((a, b) => order(JSON.stringify(a), JSON.stringify(b))),
    counts: {
      paragraphs: paragraphs.length,
      keyPoints: keyPoints.size,
      passages: published.length,
      contributions: new Set(published.map(({ contribution }) => contribution.id)).size,
      withdrawn: [...sources.values()].filter(({ state }) => state === "WITHDRAWN").length,
      setAside: leftOut.length,
    },
  };
  return `${canonical(trace, 1)}\n`;
}
