import { m } from "@cahier/schema/messages";
import { ended } from "@cahier/schema/text/ended";
import { dayOf } from "../../../platform/day.ts";
import type { Bar, Deck, Slide } from "../../../platform/files/writing/deck.ts";
import type { PassageSource } from "../synthesisFiles/source.ts";
import { noteOf } from "../synthesisFiles/source.words.ts";
import type { Dossier } from "./dossier.ts";
import { type GroupChain, type ObjectiveTold, readable } from "./group.chain.ts";
import { carriedInWords, inWords, locale, named, standingInWords, stateName } from "./production.words.ts";

interface For {
  origin: string;
  now: Date;
  /** Last line: who organises. */
  imprint: string;
}

/** On one slide: what a room reads before somebody speaks. */
const most = { lines: 4, sources: 6, regions: 18 };

/** The final presentation of a group: one idea a slide, its sources in the notes of whoever speaks. */
export function deckOf(chain: GroupChain, { origin, now, imprint }: For): Deck {
  const { group, dossiers, objectives } = chain;
  const day = dayOf(now);
  return {
    title: m.production_deck_title({ group: group.name }, locale),
    language: locale.locale,
    day,
    slides: [
      {
        title: group.name,
        lines: [ended(group.finalGoal), inWords(day), ...(group.fictional ? [m.ui_fictional({}, locale)] : [])],
        notes: [m.production_deck_read_at({}, locale), `${origin}/presentation?group=${group.slug}`],
        first: true,
      },
      ...heardOf(chain, origin),
      ...objectives.flatMap((it) => saidOf(it, origin)),
      ...dossiers.flatMap((it) => proposalSlides(it, { origin, now })),
      lastOf(chain, origin, imprint),
    ],
  };
}

/** The passages whose words are in the notes of a deck. */
export const sourcesOfDeck = (chain: GroupChain): PassageSource[] => {
  const used = [
    ...chain.objectives.flatMap((it) => noted(behind(it))),
    ...chain.dossiers.flatMap((it) => noted(proposalSources(it))),
  ];
  return distinct(used);
};

const distinct = (sources: readonly PassageSource[]) => [
  ...new Map(sources.map((source) => [source.passage.id, source])).values(),
];

/** Of the sources of a slide, those that its notes name. */
const noted = (sources: readonly PassageSource[]) => distinct(sources).slice(0, most.sources);

/** From how many, and from where: the regions as bars, and as words for whoever does not see them. */
function heardOf({ figures, coverage }: GroupChain, origin: string): Slide[] {
  const bars: Bar[] = coverage.regions
    .filter(({ responses }) => responses > 0)
    .toSorted((a, b) => b.responses - a.responses)
    .slice(0, most.regions)
    .map(({ territory, responses }) => ({ label: territory.name, value: responses }));
  if (!bars.length) return [];
  return [
    {
      title: m.production_deck_heard({ responses: figures.responses, territories: bars.length }, locale),
      lines: [],
      chart: {
        name: m.export_responses({}, locale),
        alt: named(
          m.production_deck_heard_alt({}, locale),
          bars.map(({ label, value }) => `${label} ${value}`).join(", "),
        ),
        bars,
      },
      notes: [
        m.production_report_responses({ responses: figures.responses, unpublished: figures.unpublished }, locale),
        ...(coverage.notHeard.length
          ? [m.export_silent({ regions: coverage.notHeard.map(({ name }) => name).join(", ") }, locale)]
          : []),
        `${origin}/territories`,
      ],
    },
  ];
}

const behind = ({ synthesis }: ObjectiveTold): PassageSource[] => {
  if (!synthesis) return [];
  const { paragraphs, keyPoints } = synthesis.chain;
  const agreed = paragraphs.filter(({ paragraph }) => paragraph.kind === "AGREEMENT").slice(0, most.lines);
  return readable(
    agreed.flatMap(({ on, sources }) => [...sources, ...on.flatMap((id) => keyPoints.get(id)!.sources.slice(0, 2))]),
  );
};

/** Slide of the agreements of an objective, from its synthesis in force. */
function saidOf(it: ObjectiveTold, origin: string): Slide[] {
  if (!it.synthesis) return [];
  const { chain } = it.synthesis;
  const agreed = chain.paragraphs.filter(({ paragraph }) => paragraph.kind === "AGREEMENT" && paragraph.text);
  return [
    {
      title: it.objective.question,
      lines: agreed.length
        ? agreed.slice(0, most.lines).map(({ paragraph }) => paragraph.text)
        : [chain.version.definition ?? chain.synthesis.title],
      notes: [
        m.export_version_published(
          { number: chain.version.version, date: inWords(dayOf(chain.version.publishedAt!)) },
          locale,
        ),
        `${origin}/syntheses/${chain.synthesis.slug}`,
        ...sourceNotes(behind(it), origin),
      ],
    },
  ];
}

const proposalSources = ({ statements }: Dossier): PassageSource[] =>
  readable(
    statements
      .filter(({ statement }) => statement.part === "MEASURE" || statement.part === "PROBLEM")
      .flatMap(({ sources }) => sources.slice(0, 3)),
  );

/** A proposal: what it says, then what it asks and what came of it. */
function proposalSlides(dossier: Dossier, { origin, now }: Omit<For, "imprint">): Slide[] {
  const { proposal, standing, statements, asks, handovers } = dossier;
  const address = `${origin}/proposals/${proposal.slug}`;
  const measures = statements.filter(({ statement }) => statement.part === "MEASURE");
  const asked = asks.filter(({ ask }) => ask.text);
  return [
    {
      title: proposal.title,
      lines: [proposal.summary, named(m.production_comes_from({}, locale), standingInWords(standing))].filter(Boolean),
      notes: [
        `${m.proposal_number(proposal, locale)}. ${stateName(proposal.state)}.`,
        address,
        ...measures.map(({ statement }) => statement.text),
        ...sourceNotes(proposalSources(dossier), origin),
      ],
    },
    ...(asked.length || handovers.length
      ? [
          {
            title: m.production_deck_asked({ number: proposal.number }, locale),
            lines: asked.length
              ? asked.slice(0, most.lines).map(({ ask, interlocutor }) => named(interlocutor.name, ask.text!))
              : handovers.slice(0, most.lines).map((it) => carriedInWords(it, now)),
            notes: [
              ...(handovers.length
                ? handovers.flatMap((it) => [carriedInWords(it, now), `${origin}/handovers/${it.handover.id}`])
                : [m.proposal_handovers_none({}, locale)]),
              address,
            ],
          },
        ]
      : []),
  ];
}

function lastOf({ group, figures }: GroupChain, origin: string, imprint: string): Slide {
  return {
    title: m.production_deck_last({}, locale),
    lines: [
      m.production_report_counts(
        { proposals: figures.proposals, handovers: figures.handovers, replies: figures.replies },
        locale,
      ),
      `${origin}/presentation`,
      imprint,
    ],
    notes: [`${origin}/groups/${group.slug}`, `${origin}/open-data`],
  };
}

/** The words, who says them, where they are read: one line each. */
const sourceNotes = (sources: readonly PassageSource[], origin: string): string[] =>
  noted(sources).map((source) =>
    noteOf(source, origin)
      .map(({ text }) => text)
      .join(""),
  );
