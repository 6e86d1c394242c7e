import { m } from "@cahier/schema/messages";
import {
  type Block,
  heading,
  paragraph,
  type Run,
  words,
  type Writing,
} from "../../../platform/files/writing/writing.ts";
import type { Handover } from "../../carry/handover/handover.entity.ts";
import type { Interlocutor } from "../../ground/interlocutor/interlocutor.entity.ts";
import type { Territory } from "../../ground/territory/territory.entity.ts";
import { errataLine } from "./adoption.document.ts";
import { type ArguedStatement, type Dossier, sourcesIn } from "./dossier.ts";
import {
  bulleted,
  carrierOf,
  fictionalOf,
  inWords,
  labelsOf,
  locale,
  named,
  notesOf,
  standingInWords,
  statementOf,
} from "./production.words.ts";

/** Letter about a proposal: for a recorded handover, or for an ask that nobody carried yet. */
export interface Letter {
  interlocutor: Interlocutor;
  ask: string | null;
  /** Null while nobody carries it. */
  handover: Handover | null;
  /** Public name of the carrier. */
  carrier: string | null;
  territory: Territory | null;
  /** The private link, of the letter that its team hands over; null of the one that anybody reads. */
  link: { code: string; contact: string } | null;
}

interface For {
  origin: string;
  day: string;
  /** Organiser, with postal and electronic addresses; null until somebody gives them. */
  sender: string | null;
}

/** Upper limits of a letter: reasons, measures and examples taken from the proposal. */
const most = { reasons: 2, measures: 4, examples: 3 };

/** The sentences of a proposal that a letter keeps. */
export function keptIn({ statements }: Dossier): { reasons: ArguedStatement[]; measures: ArguedStatement[] } {
  const of = (part: string) => statements.filter(({ statement }) => statement.part === part);
  const reasons = of("PROBLEM").length ? of("PROBLEM") : of("ARGUMENT");
  return { reasons: reasons.slice(0, most.reasons), measures: of("MEASURE").slice(0, most.measures) };
}

/**
 * A letter to an office, by French usage: who writes, to whom, the day, the object, the salutation, the closing, who signs.
 * Between them the ask first, why, what is proposed in short, what it is asked to reply and by when.
 */
export function letterWriting(letter: Letter, dossier: Dossier, { origin, day, sender }: For): Writing {
  const { proposal, group, standing } = dossier;
  const { interlocutor, handover } = letter;
  const { reasons, measures } = keptIn(dossier);
  const address = handover ? `${origin}/handovers/${handover.id}` : `${origin}/proposals/${proposal.slug}`;
  const argued = [...reasons, ...measures];
  return {
    title: m.production_letter_to({ name: interlocutor.name }, locale),
    language: locale.locale,
    address,
    day,
    letter: {
      above: [
        paragraph([group.name, ...(sender ? [sender] : [])].join("\n")),
        paragraph([interlocutor.name, ...(interlocutor.contactPostal?.split(/,\s*/) ?? [])].join("\n"), "aside"),
        paragraph(m.production_letter_day({ date: inWords(day) }, locale), "aside"),
      ],
      object: named(m.production_letter_subject({}, locale), proposal.title),
    },
    blocks: [
      paragraph(m.production_letter_salutation({}, locale)),
      paragraph(m.production_letter_opening({ title: proposal.title, standing: standingInWords(standing) }, locale)),
      heading(2, m.production_letter_ask({}, locale)),
      paragraph(letter.ask ?? m.proposal_ask_unwritten({}, locale), "lead"),
      ...whyOf(letter, dossier, reasons),
      heading(2, m.production_letter_short({}, locale)),
      paragraph(proposal.summary),
      ...(measures.length
        ? [{ kind: "list" as const, items: measures.map((statement) => [statementOf(statement)]) }]
        : []),
      ...errataLine(dossier.decided),
      ...examplesOf(dossier),
      ...replyOf(letter, address, origin),
      paragraph(m.production_letter_closing({}, locale)),
      paragraph(signedBy(letter, group.name), "aside"),
      heading(2, m.production_letter_more({}, locale)),
      bulleted([
        linkTo(m.production_dossier({}, locale), `${origin}/proposals/${proposal.slug}/dossier.pdf`),
        linkTo(m.production_letter_read({}, locale), `${origin}/proposals/${proposal.slug}`),
      ]),
      ...fictionalOf(proposal),
    ],
    notes: notesOf(sourcesIn({ statements: argued }), origin),
    labels: labelsOf(m.proposal_number(proposal, locale)),
  };
}

/** The reasons, and from how many people: those of the territory of whoever carries it are told apart. */
function whyOf({ territory }: Letter, { standing, coverage }: Dossier, reasons: ArguedStatement[]): Block[] {
  const near = territory && coverage.regions.find((region) => region.territory.id === territory.id);
  return [
    heading(2, m.production_letter_why({}, locale)),
    ...reasons.map(statementOf),
    paragraph(named(m.production_comes_from({}, locale), standingInWords(standing))),
    ...(near && near.responses > 0
      ? [paragraph(m.production_letter_near({ count: near.responses, territory: territory.name }, locale))]
      : []),
  ];
}

const examplesOf = ({ examples }: Dossier): Block[] =>
  examples.length
    ? [
        paragraph(m.production_letter_examples({}, locale)),
        bulleted(
          examples
            .slice(0, most.examples)
            .map(({ initiative, place }) =>
              named(place ? `${initiative.name} (${place.name})` : initiative.name, initiative.summary),
            ),
        ),
      ]
    : [];

function replyOf({ handover, link }: Letter, address: string, origin: string): Block[] {
  const answer = link && `${origin}/office/${link.code}`;
  return [
    heading(2, m.production_letter_reply({}, locale)),
    bulleted([
      m.production_letter_reply_yes({}, locale),
      m.production_letter_reply_partly({}, locale),
      m.production_letter_reply_no({}, locale),
      m.production_letter_reply_pass({}, locale),
    ]),
    paragraph(
      handover?.replyBy
        ? m.production_letter_reply_by({ date: inWords(handover.replyBy) }, locale)
        : m.production_letter_reply_open({}, locale),
    ),
    ...(answer
      ? [
          {
            kind: "paragraph" as const,
            runs: [words(`${m.production_letter_link({}, locale)} `), words(answer, { href: answer })],
          },
          paragraph(m.production_letter_link_more({ contact: link.contact }, locale)),
        ]
      : []),
    {
      kind: "paragraph",
      runs: [words(`${m.production_letter_public({}, locale)} `), words(address, { href: address })],
    },
  ];
}

function signedBy(letter: Letter, group: string): string {
  const name = letter.handover && carrierOf(letter);
  return name
    ? m.production_letter_signed({ name, group }, locale)
    : m.production_letter_signed_group({ group }, locale);
}

const linkTo = (name: string, href: string): Run[] => [
  words(`${name}${m.ui_colon({}, locale)}`),
  words(href, { href }),
];
