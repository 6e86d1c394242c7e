import { m } from "@cahier/schema/messages";
import { ended } from "@cahier/schema/text/ended";
import type { ParagraphKind } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import {
  type Block,
  heading,
  paragraph,
  type Run,
  words,
  type Writing,
} from "../../../platform/files/writing/writing.ts";
import type { Chain, ChainParagraph } from "../synthesisFiles/synthesis.chain.ts";
import { callsOf } from "../synthesisFiles/source.words.ts";
import { dayRange } from "./days.ts";
import { errataLine } from "./adoption.document.ts";
import type { Dossier } from "./dossier.ts";
import { type GroupChain, type ObjectiveTold, readable, sourcesOfGroup } from "./group.chain.ts";
import {
  bulleted,
  carriedInWords,
  coverageBlocks,
  fictionalOf,
  inWords,
  labelsOf,
  listOf,
  locale,
  named,
  notesOf,
  readAt,
  standingInWords,
  stateName,
  statementOf,
} from "./production.words.ts";

interface For {
  origin: string;
  now: Date;
  /** Organiser, on the cover. */
  imprint?: string;
}

const kinds: [kind: ParagraphKind, title: () => string][] = [
  ["AGREEMENT", () => m.synthesis_agreement({}, locale)],
  ["DEBATE", () => m.synthesis_debate({}, locale)],
  ["MINORITY", () => m.synthesis_minority({}, locale)],
  ["HIGHLIGHT", () => m.synthesis_highlight({}, locale)],
];

/** The final report of a group: its goal, who was heard, what was said, what is proposed, to whom it was carried, how. */
export function reportWriting(chain: GroupChain, { origin, now, imprint }: For): Writing {
  const { group, dossiers, objectives } = chain;
  const told = objectives.filter(({ synthesis }) => synthesis);
  return {
    title: m.production_report_title({ group: group.name }, locale),
    language: locale.locale,
    address: `${origin}/groups/${group.slug}`,
    day: dayOf(now),
    cover: [m.production_report_day({ date: inWords(dayOf(now)) }, locale), ...(imprint ? [imprint] : [])],
    blocks: [
      readAt(`${origin}/groups/${group.slug}`),
      ...fictionalOf(group),
      heading(2, m.production_report_goal({}, locale)),
      paragraph(ended(group.finalGoal), "lead"),
      ...(group.missions.length ? [bulleted(group.missions)] : []),
      ...calendarOf(chain),
      ...participationOf(chain),
      ...(told.length ? [heading(2, m.production_report_said({}, locale))] : []),
      ...told.flatMap((it) => objectiveOf(it, origin)),
      ...(dossiers.length ? [heading(2, m.production_report_proposals({}, locale))] : []),
      ...dossiers.flatMap((it) => proposalOf(it, origin)),
      ...listOf(
        m.handover_title({}, locale),
        dossiers.flatMap((it) => it.handovers.map((each) => carriedInWords(each, now))),
      ),
      ...methodOf(chain),
      ...annexOf(chain, origin),
    ],
    notes: notesOf(sourcesOfGroup(chain), origin),
    labels: labelsOf(group.name),
  };
}

/** The steps and the meetings, with what is done. */
function calendarOf({ milestones, meetings }: GroupChain): Block[] {
  const held = meetings.filter(({ kind, cancelledReason }) => kind === "NATIONAL" && !cancelledReason);
  if (!milestones.length && !held.length) return [];
  return [
    heading(2, m.production_report_calendar({}, locale)),
    ...(milestones.length
      ? [
          {
            kind: "table" as const,
            caption: m.production_report_steps({}, locale),
            head: [
              m.production_report_step({}, locale),
              m.production_report_when({}, locale),
              m.production_report_done({}, locale),
            ],
            rows: milestones.map(({ label, startsOn, endsOn, doneOn }) => [
              label,
              dayRange(startsOn, endsOn),
              doneOn ? inWords(doneOn) : "—",
            ]),
          },
        ]
      : []),
    ...(held.length
      ? [
          paragraph(m.production_report_meetings({}, locale)),
          bulleted(
            held.map(
              ({ title, startsAt, place }) => `${inWords(dayOf(startsAt))}, ${place}${m.ui_colon({}, locale)}${title}`,
            ),
          ),
        ]
      : []),
  ];
}

/** Participation in the group: counts, and regions. */
const participationOf = ({ figures, coverage, objectives }: GroupChain): Block[] => [
  heading(2, m.objective_coverage({}, locale)),
  bulleted([
    m.production_report_responses({ responses: figures.responses, unpublished: figures.unpublished }, locale),
    m.production_report_contributions({ count: figures.contributions }, locale),
    m.production_report_key_points({ count: figures.keyPoints }, locale),
    m.production_report_counts(
      { proposals: figures.proposals, handovers: figures.handovers, replies: figures.replies },
      locale,
    ),
  ]),
  ...(objectives.some(({ questionnaire }) => questionnaire)
    ? [
        paragraph(m.production_report_questionnaires({}, locale)),
        bulleted(
          objectives.flatMap(({ questionnaire: it }) =>
            it ? [`${it.title}, ${dayRange(dayOf(it.opensAt), dayOf(it.closesAt))}`] : [],
          ),
        ),
      ]
    : []),
  ...coverageBlocks(coverage, m.production_report_regions({}, locale), 3),
];

/** Section of an objective: the synthesis in force, in short, each sentence with its notes. */
function objectiveOf({ objective, synthesis }: ObjectiveTold, origin: string): Block[] {
  const { chain } = synthesis!;
  const { version } = chain;
  return [
    heading(
      3,
      `${m.objective_number({ number: objective.number }, locale)}${m.ui_colon({}, locale)}${objective.question}`,
    ),
    paragraph(
      m.export_version_published({ number: version.version, date: inWords(dayOf(version.publishedAt!)) }, locale),
      "quiet",
    ),
    ...(version.definition ? [paragraph(version.definition, "lead")] : []),
    ...kinds.flatMap(([kind, title]) => {
      const those = chain.paragraphs.filter(({ paragraph: it }) => it.kind === kind && it.text);
      return those.length
        ? [heading(4, title()), { kind: "list" as const, items: those.map((it) => [sentenceOf(it, chain)]) }]
        : [];
    }),
    ...(version.notHeard.length
      ? [paragraph(named(m.synthesis_not_heard({}, locale), version.notHeard.join(" ; ")))]
      : []),
    readAt(`${origin}/syntheses/${chain.synthesis.slug}`),
  ];
}

function sentenceOf({ paragraph: it, on, against, sources }: ChainParagraph, { keyPoints }: Chain): Block {
  const behind = [...sources, ...[...on, ...against].flatMap((id) => keyPoints.get(id)!.sources)];
  const each = [...new Map(readable(behind).map((source) => [source.passage.id, source])).values()];
  return { kind: "paragraph", runs: [words(`${it.text} `), ...callsOf(each)] };
}

/** A proposal in short: what it says, what it measures, who is asked. Its dossier has the rest. */
function proposalOf(dossier: Dossier, origin: string): Block[] {
  const { proposal, standing, statements, objections, examples, asks, decided } = dossier;
  const measures = statements.filter(({ statement }) => statement.part === "MEASURE");
  return [
    heading(3, `${m.proposal_number(proposal, locale)}${m.ui_colon({}, locale)}${proposal.title}`),
    paragraph(proposal.summary, "lead"),
    paragraph(
      `${stateName(proposal.state)}. ${named(m.production_comes_from({}, locale), standingInWords(standing))}.`,
      "quiet",
    ),
    ...(measures.length ? [{ kind: "list" as const, items: measures.map((it) => [statementOf(it)]) }] : []),
    ...errataLine(decided),
    ...(examples.length
      ? [
          paragraph(
            named(m.proposal_examples({}, locale), examples.map(({ initiative }) => initiative.name).join(" ; ")),
          ),
        ]
      : []),
    ...objections
      .filter(({ reply }) => reply)
      .map(({ text, reply }) => paragraph(`${named(m.production_report_objection({}, locale), text)} ${reply}`)),
    ...(asks.length
      ? [
          bulleted(
            asks.map(({ ask, interlocutor }) =>
              named(interlocutor.name, ask.text ?? m.proposal_ask_unwritten({}, locale)),
            ),
          ),
        ]
      : []),
    readAt(`${origin}/proposals/${proposal.slug}`),
  ];
}

/** Method of each synthesis; and the commitments of the group. */
const methodOf = ({ group, objectives }: GroupChain): Block[] => [
  heading(2, m.production_report_method({}, locale)),
  paragraph(m.production_report_method_text({}, locale)),
  ...objectives.flatMap(({ objective, synthesis }) =>
    synthesis?.chain.version.method
      ? [paragraph(named(m.objective_number({ number: objective.number }, locale), synthesis.chain.version.method))]
      : [],
  ),
  ...(group.commitments.length
    ? [paragraph(m.production_report_commitments({}, locale)), bulleted(group.commitments)]
    : []),
];

/** Annex: counts of what is not retained, minority positions, and where the data is. */
function annexOf({ objectives }: GroupChain, origin: string): Block[] {
  const told = objectives.flatMap(({ objective, synthesis }) => (synthesis ? [{ objective, ...synthesis }] : []));
  const positions = told.flatMap(({ beside }) => beside.minorityPositions);
  const data: Run[] = [
    words(`${m.production_report_data({}, locale)} `),
    words(`${origin}/open-data`, { href: `${origin}/open-data` }),
  ];
  return [
    heading(2, m.production_report_annex({}, locale)),
    ...(told.length
      ? [
          heading(3, m.production_report_not_retained({}, locale)),
          bulleted(
            told.map(({ objective, beside }) =>
              named(
                m.objective_number({ number: objective.number }, locale),
                m.export_accounting(beside.accounting, locale),
              ),
            ),
          ),
        ]
      : []),
    ...(positions.length
      ? [
          heading(3, m.export_positions({}, locale)),
          bulleted(positions.map(({ text, region }) => (region ? named(region, text) : text))),
        ]
      : []),
    heading(3, m.production_report_open({}, locale)),
    { kind: "paragraph", runs: data },
  ];
}
