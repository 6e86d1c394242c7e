import { m } from "@cahier/schema/messages";
import { longDate, written } from "../../../platform/written.ts";
import type { ParagraphKind } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import { blocksOf } from "../../../platform/files/writing/markdown.ts";
import { type Block, heading, paragraph, words, type Writing } from "../../../platform/files/writing/writing.ts";
import { annexOf } from "./synthesis.annex.ts";
import { signersIn } from "../../propose/minority/signers.ts";
import type { Beside } from "./synthesis.beside.ts";
import type { PassageSource } from "./source.ts";
import { callsOf, noteOf, quoteOf } from "./source.words.ts";
import type { Chain, ChainParagraph, CitedKeyPoint } from "./synthesis.chain.ts";
import { coverageTable } from "./coverage.table.ts";

/** A synthesis is written in one language: its files are in that one. */
const locale = written;

interface SynthesisDocumentOptions extends Beside {
  origin: string;
  /** The day of a draft. */
  today: string;
}

const kinds: [kind: ParagraphKind, title: () => string][] = [
  ["AGREEMENT", () => m.synthesis_agreement({}, locale)],
  ["DEBATE", () => m.synthesis_debate({}, locale)],
  ["MINORITY", () => m.synthesis_minority({}, locale)],
  ["HIGHLIGHT", () => m.synthesis_highlight({}, locale)],
  ["QUOTE", () => m.synthesis_quotes({}, locale)],
];

/** A version of a synthesis as a document. Each passage that it cites is a note: its words, who says them, from where, and where to read them. */
export function documentOf(chain: Chain, beside: SynthesisDocumentOptions): Writing {
  const { synthesis, objective, version, paragraphs } = chain;
  const { origin } = beside;
  const all = [
    ...paragraphs.flatMap(({ sources }) => sources),
    ...[...chain.keyPoints.values()].flatMap((it) => it.sources),
  ];
  return {
    title: synthesis.title,
    language: locale.locale,
    address: `${origin}/syntheses/${synthesis.slug}`,
    day: version.publishedAt ? dayOf(version.publishedAt) : (version.circulatedOn ?? beside.today),
    blocks: [
      ...headOf(chain, beside),
      ...(version.definition
        ? [heading(2, m.synthesis_definition({}, locale)), paragraph(version.definition, "lead")]
        : []),
      ...kinds.flatMap(([kind, title]) => {
        const those = paragraphs.filter((it) => it.paragraph.kind === kind);
        return those.length
          ? [heading(2, title()), ...those.flatMap((it) => blocksOfParagraph(it, chain, origin))]
          : [];
      }),
      ...minorityBlocks(beside),
      ...listOf(m.synthesis_not_heard({}, locale), [...version.notHeard, ...silentOf(beside)]),
      ...listOf(m.synthesis_decisions({}, locale), version.decisions),
      ...listOf(m.synthesis_next({}, locale), version.nextSteps),
      ...(version.method ? [heading(2, m.synthesis_method({}, locale)), paragraph(version.method)] : []),
      ...coverageOf(beside),
      ...changesOf(chain),
      ...listOf(m.export_replies({}, locale), beside.replies),
      ...annexOf(chain.leftOut, beside, origin),
    ],
    notes: new Map(all.map((source) => [source.passage.id, noteOf(source, origin)])),
    labels: {
      contents: m.export_contents({}, locale),
      notes: m.export_notes({}, locale),
      page: (page, pages) =>
        `${m.synthesis_kicker(objective, locale)} · ${m.synthesis_version(version, locale)} · ${m.export_page_of({ page, pages }, locale)}`,
      back: (note) => m.export_note_back({ note }, locale),
    },
  };
}

const inWords = (day: string) => longDate(new Date(`${day}T12:00:00Z`));

/** Head of the document: version, objective, date and address. */
function headOf(
  { synthesis, objective, version }: Chain,
  { origin, responsesSince }: SynthesisDocumentOptions,
): Block[] {
  const address = `${origin}/syntheses/${synthesis.slug}`;
  const { version: number, publishedAt, circulatesUntil, state, publishedAlone } = version;
  const stands = publishedAt
    ? m.export_version_published({ number, date: longDate(publishedAt) }, locale)
    : state === "CIRCULATING" && circulatesUntil
      ? m.export_version_circulating({ number, date: inWords(circulatesUntil) }, locale)
      : m.export_version_draft({ number }, locale);
  return [
    paragraph(`${m.synthesis_kicker(objective, locale)}${m.ui_colon({}, locale)}${objective.name}`, "quiet"),
    paragraph([stands, publishedAlone && m.export_published_alone({}, locale)].filter(Boolean).join(" ")),
    ...(responsesSince === null ? [] : [paragraph(m.synthesis_since({ count: responsesSince }, locale))]),
    {
      kind: "paragraph",
      look: "quiet",
      runs: [words(`${m.export_read_at({}, locale)} `), words(address, { href: address })],
    },
    ...(synthesis.fictional ? [paragraph(m.ui_fictional({}, locale), "quiet")] : []),
  ];
}

/** A paragraph, then what it stands on; a debate on one side, then on the other. */
function blocksOfParagraph(
  { paragraph: it, on, against, sources }: ChainParagraph,
  chain: Chain,
  origin: string,
): Block[] {
  const behind = (ids: string[]) =>
    ids.length
      ? [{ kind: "list" as const, items: ids.map((id) => [keyPointOf(chain.keyPoints.get(id)!, it.text)]) }]
      : [];
  // Words that are cited as they are have no sentence above them.
  const cited: Block[] =
    it.detail && it.kind !== "QUOTE" ? [] : sources.map((source) => ({ kind: "quote", runs: quoteOf(source) }));
  return [
    ...(it.text ? [heading(3, it.text)] : []),
    ...(it.detail ? detailOf(it.detail, sources, chain, origin) : []),
    ...cited,
    ...(against.length
      ? [
          heading(4, m.synthesis_for({}, locale)),
          ...behind(on),
          heading(4, m.synthesis_against({}, locale)),
          ...behind(against),
        ]
      : behind(on)),
  ];
}

/** « Un circuit court… (14 personnes, 6 régions) 1 2 3 »: each number is a passage. */
function keyPointOf({ keyPoint, sources, standing }: CitedKeyPoint, above: string): Block {
  const { people, regions } = standing;
  const counts = [
    m.vocabulary_people({ count: people }, locale),
    ...(regions ? [m.vocabulary_regions({ count: regions }, locale)] : []),
  ].join(", ");
  const said = keyPoint.sentence === above ? counts : `${keyPoint.sentence} (${counts})`;
  return { kind: "paragraph", runs: [words(`${said} `), ...callsOf(sources)] };
}

/** The Markdown of a paragraph, its live citations with the words as they can be read today. */
function detailOf(detail: string, sources: readonly PassageSource[], { keyPoints }: Chain, origin: string): Block[] {
  return blocksOf(detail, {
    from: 4,
    origin,
    cite(address) {
      const [kind, id = ""] = address.toLowerCase().split(":");
      if (kind === "passage") {
        const source = sources.find(({ passage }) => passage.id === id);
        return source ? quoteOf(source) : [words(m.synthesis_taken_back({}, locale), { emphasis: true })];
      }
      const cited = keyPoints.get(id);
      return cited
        ? [words(cited.keyPoint.sentence, { href: `${origin}/key-points/${id}` })]
        : [words(m.synthesis_taken_back({}, locale), { emphasis: true })];
    },
  });
}

const listOf = (title: string, items: readonly string[]): Block[] =>
  items.length ? [heading(2, title), { kind: "list", items: items.map((item) => [paragraph(item)]) }] : [];

function silentOf({ responses, regions }: Beside) {
  const silent = regions.filter((it) => it.responses === 0).map(({ territory }) => territory.name);
  return silent.length && responses ? [m.export_silent({ regions: silent.join(", ") }, locale)] : [];
}

function minorityBlocks({ minorityPositions }: Beside): Block[] {
  if (minorityPositions.length === 0) return [];
  return [
    heading(2, m.export_positions({}, locale)),
    ...minorityPositions.flatMap(({ text, region, signedBy }) => [
      heading(3, region ? m.export_position_region({ region }, locale) : m.export_position_people({}, locale)),
      ...text.split(/\n{2,}/).map((part) => paragraph(part)),
      ...(signedBy.count
        ? [paragraph(m.export_position_signed({ names: signersIn(signedBy, locale) }, locale), "quiet")]
        : []),
    ]),
  ];
}

/** Responses by region, beside the population share of each. */
function coverageOf({ responses: all, regions }: Beside): Block[] {
  if (!all) return [];
  return [heading(2, m.objective_coverage({}, locale)), coverageTable(regions)];
}

/** Changes of this version, and their causes. */
function changesOf({ version: { changes }, causes }: Chain): Block[] {
  if (!changes && causes.length === 0) return [];
  const items = causes.map(({ reaction, meeting }) =>
    meeting
      ? m.synthesis_changed_meeting({ title: meeting.title }, locale)
      : m.export_changed_reaction(reaction!, locale),
  );
  return [
    heading(2, m.export_changes({}, locale)),
    ...(changes ? [paragraph(changes)] : []),
    ...(items.length
      ? [
          paragraph(m.synthesis_changed_by({}, locale)),
          { kind: "list" as const, items: items.map((item) => [paragraph(item)]) },
        ]
      : []),
  ];
}
