import {
  Citations,
  PassageCitations,
  Syntheses,
  SynthesisParagraphs,
  SynthesisVersions,
} from "../../domain/understand/synthesis/synthesis.entity.ts";
import type { ParagraphKind } from "../../graphql/resolvers.generated.ts";
import { content } from "../content.ts";
import { numberOf, type SourceKeyPoint } from "./pack.ts";
import { rapporteur, second } from "./people.ts";
import type { Mark } from "./passages.ts";
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

/** Days that a synthesis circulates. */
const circulates = 7;

/** The syntheses that circulate or are published, version by version, each paragraph on its key points. */
export function syntheses(demo: Demo, stated: SourceKeyPoint[], texts: Texts, mark: Mark) {
  const { clock, ids, put } = demo;
  const dayBefore = (date: string, days: number) => clock.day(daysBefore(date, days));
  const there = content<Source[]>("syntheses.json").filter((it) => clock.past(it.publishedAt));
  const versions = there.flatMap((it) => versionsOf(demo, it).map((version) => ({ it, ...version, id: ids.next() })));
  put(
    Syntheses,
    there.map((it) => ({
      id: ids.ordered(it.id),
      slug: `point-d-etape-${numberOf(it.id)}`,
      objectiveId: ids.ordered(it.objectiveId),
      title: it.title,
      state: it.status,
      version: versionsOf(demo, it).at(-1)!.version,
      fictional: true,
    })),
  );
  put(
    SynthesisVersions,
    versions.map(({ it, id, version, publishedAt, draftDefinition, changedBecause }) => ({
      id,
      synthesisId: ids.ordered(it.id),
      version,
      state: it.status,
      edit: 1,
      ...(it.status === "PUBLISHED"
        ? { circulatedOn: dayBefore(publishedAt, circulates), circulatesUntil: dayBefore(publishedAt, 1) }
        : { circulatedOn: dayBefore(publishedAt, 0), circulatesUntil: dayBefore(publishedAt, -circulates) }),
      circulatedById: ids.ordered(rapporteur),
      publishedAt: it.status === "PUBLISHED" ? clock.done(publishedAt) : null,
      publishedById: it.status === "PUBLISHED" ? ids.ordered(second) : null,
      definition: draftDefinition,
      method: it.method,
      notHeard: it.notHeard,
      decisions: it.decisions,
      nextSteps: it.nextSteps,
      changes: version > 1 ? "La définition est reprise après les réactions et la réunion." : null,
      causes: changedBecause.map((cause) =>
        cause.startsWith("minutes-")
          ? { meetingId: ids.ordered(`meeting-${numberOf(cause)}`) }
          : { reactionId: ids.random(cause) },
      ),
    })),
  );
  const sentences = new Map(stated.map(({ id, statement }) => [id, statement]));
  const origins = new Map<string, string>();
  const paragraphs = versions.flatMap(({ it, id: versionId }) =>
    paragraphsOf(it, sentences, texts, mark).map((paragraph, index) => {
      const id = ids.next();
      const place = `${it.id} ${index}`;
      const originId = origins.get(place) ?? id;
      origins.set(place, originId);
      return { ...paragraph, id, versionId, originId, position: index + 1 };
    }),
  );
  put(
    SynthesisParagraphs,
    paragraphs.map(({ id, versionId, originId, kind, position, text }) => ({
      ...{ id, versionId, originId, kind, position, text },
      edit: 1,
    })),
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
    PassageCitations,
    paragraphs.flatMap(({ id, passageId }) => (passageId ? { paragraphId: id, passageId } : [])),
  );
}

/** A date of the content, some days earlier. */
const daysBefore = (date: string, days: number) =>
  new Date(Date.parse(date.slice(0, 10)) - days * 86_400_000).toISOString().slice(0, 10);

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
  passageId?: string;
}

function paragraphsOf(it: Source, sentences: Map<string, string>, texts: Texts, mark: Mark): Paragraph[] {
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
    ...it.quotes.flatMap(({ contributionId, questionId, text }) => {
      const quoted = texts.answering(contributionId, questionId);
      return quoted ? { kind: "QUOTE" as const, text: "", on: [], against: [], passageId: mark(quoted, text) } : [];
    }),
  ];
}
