import {
  Citations,
  Syntheses,
  SynthesisParagraphs,
  SynthesisQuotes,
  SynthesisVersions,
} from "../../domain/synthesis/synthesis.entity.ts";
import type { ParagraphKind } from "../../graphql/resolvers.generated.ts";
import { content } from "../content.ts";
import { numberOf, type SourceKeyPoint } from "./pack.ts";
import type { Texts } from "./responses.ts";
import type { Demo } from "./rows.ts";

interface Resting {
  text: string;
  keyPointIds: string[];
}

interface Source {
  id: string;
  objectiveId: string;
  title: string;
  status: "CIRCULATING" | "PUBLISHED";
  publishedAt: string;
  version: number;
  method: string;
  versions?: { version: number; publishedAt: string; draftDefinition: string; changedBecause: string[] }[];
  agreements: Resting[];
  debates: { text: string; forKeyPointIds: string[]; againstKeyPointIds: string[] }[];
  minorityViews: Resting[];
  keyPointIds: string[];
  notHeard: string[];
  quotes: { contributionId: string; questionId: string; text: string }[];
  decisions: string[];
  nextSteps: string[];
}

/** The syntheses that circulate or are published, paragraph by paragraph, each on its key points. */
export function syntheses(demo: Demo, stated: SourceKeyPoint[], texts: Texts) {
  const { clock, ids, put } = demo;
  const there = content<Source[]>("syntheses.json").filter((it) => clock.past(it.publishedAt));
  const versions = there.map((it) => ({ it, versions: versionsOf(demo, it) }));
  put(
    Syntheses,
    versions.map(({ it, versions: known }) => ({
      id: ids.ordered(it.id),
      slug: `point-d-etape-${numberOf(it.id)}`,
      objectiveId: ids.ordered(it.objectiveId),
      title: it.title,
      state: it.status,
      publishedAt: it.status === "PUBLISHED" ? clock.done(it.publishedAt) : null,
      version: known.at(-1)!.version,
      method: it.method,
      notHeard: it.notHeard,
      decisions: it.decisions,
      nextSteps: it.nextSteps,
      fictional: true,
    })),
  );
  put(
    SynthesisVersions,
    versions.flatMap(({ it, versions: known }) =>
      known.map(({ version, publishedAt, draftDefinition, changedBecause }) => ({
        synthesisId: ids.ordered(it.id),
        version,
        publishedAt: it.status === "PUBLISHED" ? clock.done(publishedAt) : null,
        definition: draftDefinition,
        causes: changedBecause.map((cause) =>
          cause.startsWith("minutes-")
            ? { meetingId: ids.ordered(`meeting-${numberOf(cause)}`) }
            : { reactionId: ids.random(cause) },
        ),
      })),
    ),
  );
  const sentences = new Map(stated.map(({ id, statement }) => [id, statement]));
  const paragraphs = there.flatMap((it) =>
    paragraphsOf(it, sentences).map((paragraph, position) => ({
      ...paragraph,
      id: ids.next(),
      synthesisId: ids.ordered(it.id),
      position: position + 1,
    })),
  );
  put(
    SynthesisParagraphs,
    paragraphs.map(({ id, synthesisId, kind, position, text }) => ({ id, synthesisId, kind, position, text })),
  );
  put(
    Citations,
    paragraphs.flatMap(({ id, on, against }) =>
      [...on.map((name) => ({ name, against: false })), ...against.map((name) => ({ name, against: true }))]
        .filter(({ name }) => sentences.has(name))
        .map((cited) => ({ paragraphId: id, keyPointId: ids.ordered(cited.name), against: cited.against })),
    ),
  );
  put(
    SynthesisQuotes,
    there.flatMap(({ id, quotes }) =>
      quotes.flatMap(({ contributionId, questionId, text }, position) => {
        const quoted = texts.answering(contributionId, questionId);
        if (!quoted) return [];
        return {
          synthesisId: ids.ordered(id),
          contributionId: quoted.contributionId,
          position: position + 1,
          text,
        };
      }),
    ),
  );
}

/** A synthesis that tells no versions has one. */
function versionsOf({ clock }: Demo, { versions, version, publishedAt }: Source) {
  const known = versions?.filter((it) => clock.past(it.publishedAt)) ?? [];
  return known.length > 0 ? known : [{ version, publishedAt, draftDefinition: null, changedBecause: [] }];
}

interface Paragraph {
  kind: ParagraphKind;
  text: string;
  on: string[];
  against: string[];
}

function paragraphsOf(it: Source, sentences: Map<string, string>): Paragraph[] {
  const resting = (kind: ParagraphKind) => (one: Resting) => ({
    kind,
    text: one.text,
    on: one.keyPointIds,
    against: [],
  });
  return [
    ...it.agreements.map(resting("AGREEMENT")),
    ...it.debates.map(({ text, forKeyPointIds, againstKeyPointIds }) => ({
      kind: "DEBATE" as const,
      text,
      on: forKeyPointIds,
      against: againstKeyPointIds,
    })),
    ...it.minorityViews.map(resting("MINORITY")),
    ...it.keyPointIds
      .filter((id) => sentences.has(id))
      .map((id) => ({ kind: "HIGHLIGHT" as const, text: sentences.get(id)!, on: [id], against: [] })),
  ];
}
