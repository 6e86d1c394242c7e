import { canonical } from "../../platform/canonical.ts";
import { permalink } from "./keyPoints.files.ts";
import type { Chain, Source } from "./synthesis.chain.ts";

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
  const passages = byId([...sources.values()].map((source) => passageOf(source, origin)));
  const contributions = byId([
    ...new Map(
      [...sources.values()].map((source) => [source.contribution.id, contributionOf(source, origin)]),
    ).values(),
  ]);
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
      .map(({ reason, note, keyPoint, sources: those }) => ({
        reason,
        note,
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

/** What can no longer be read keeps its place alone. */
function passageOf({ passage, contribution, state }: Source, origin: string) {
  const { id, quote, startsAt, endsAt, contributionRevision } = passage;
  if (state === "NOT_PUBLISHED") return { id, state };
  const address = permalink(origin, { contributionId: contribution.id, passageId: id });
  const place = { id, state, contribution: contribution.id, address };
  return state === "WITHDRAWN" ? place : { ...place, quote, startsAt, endsAt, contributionRevision };
}

function contributionOf({ contribution, state, region, question }: Source, origin: string) {
  const { id, revision, questionRevision, channel, contributedOn } = contribution;
  if (state === "NOT_PUBLISHED") return null;
  const place = { id, state, address: `${origin}/contributions/${id}` };
  return state === "WITHDRAWN"
    ? place
    : { ...place, revision, question, questionRevision, channel, region: region?.code ?? null, contributedOn };
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const byId = <Row extends { id: string }>(rows: (Row | null)[]) =>
  rows.filter((row) => row !== null).toSorted((a, b) => order(a.id, b.id));
