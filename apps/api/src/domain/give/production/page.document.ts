import { m } from "@cahier/schema/messages";
import { type Block, heading, paragraph, type Writing } from "../../../platform/files/writing/writing.ts";
import { adoptedInWords, errataLine } from "./adoption.document.ts";
import type { Dossier } from "./dossier.ts";
import {
  bulleted,
  carriedInWords,
  fictionalOf,
  labelsOf,
  locale,
  type MadeFor,
  named,
  partName,
  readAt,
  standingInWords,
} from "./production.words.ts";

/** Amounts of content, most first: the first that fits on one page is used. */
const sizes = [
  { measures: 6, problems: 3, examples: 4, objections: 2, asks: 4, handovers: 3 },
  { measures: 4, problems: 2, examples: 3, objections: 1, asks: 3, handovers: 2 },
  { measures: 3, problems: 1, examples: 2, objections: 1, asks: 2, handovers: 1 },
  { measures: 2, problems: 0, examples: 0, objections: 0, asks: 1, handovers: 0 },
  { measures: 0, problems: 0, examples: 0, objections: 0, asks: 1, handovers: 0 },
] as const;

/** A proposal on one page, from the fullest to the shortest: what it says, for whom, from how many. No note: it says where they are. */
export const pageWritings = (dossier: Dossier, asked: MadeFor): Writing[] =>
  sizes.map((size) => pageWriting(dossier, asked, size));

function pageWriting(dossier: Dossier, { origin, now, day }: MadeFor, size: (typeof sizes)[number]): Writing {
  const { proposal, group, standing, coverage, statements, examples, objections, asks, handovers, decided } = dossier;
  const address = `${origin}/proposals/${proposal.slug}`;
  const part = (name: "PROBLEM" | "MEASURE", most: number) =>
    section(
      partName(name),
      statements
        .filter(({ statement }) => statement.part === name)
        .slice(0, most)
        .map(({ statement }) => statement.text),
    );
  const silent = coverage.notHeard.length;
  return {
    title: proposal.title,
    language: locale.locale,
    address,
    day,
    blocks: [
      paragraph(named(m.proposal_number(proposal, locale), group.name), "quiet"),
      paragraph(proposal.summary, "lead"),
      ...(decided.adoption ? [paragraph(adoptedInWords(decided.adoption))] : []),
      ...errataLine(decided),
      paragraph(
        [
          named(m.production_comes_from({}, locale), standingInWords(standing)),
          ...(coverage.responses
            ? [
                m.production_heard(
                  { heard: coverage.regions.length - silent, regions: coverage.regions.length },
                  locale,
                ),
              ]
            : []),
        ].join(". "),
      ),
      ...part("PROBLEM", size.problems),
      ...part("MEASURE", size.measures),
      ...section(
        m.proposal_examples({}, locale),
        examples
          .slice(0, size.examples)
          .map(({ initiative, place }) => (place ? `${initiative.name}, ${place.name}` : initiative.name)),
      ),
      ...section(
        m.proposal_objections({}, locale),
        objections
          .filter(({ reply }) => reply)
          .slice(0, size.objections)
          .map(({ text, reply }) => `${text} ${reply}`),
      ),
      ...section(
        m.proposal_asks({}, locale),
        asks
          .filter(({ ask }) => ask.text)
          .slice(0, size.asks)
          .map(({ ask, interlocutor }) => named(interlocutor.name, ask.text!)),
      ),
      ...section(
        m.proposal_handovers({}, locale),
        handovers.slice(0, size.handovers).map((it) => carriedInWords(it, now)),
      ),
      readAt(address),
      ...fictionalOf(proposal),
    ],
    notes: new Map(),
    labels: labelsOf(m.proposal_number(proposal, locale)),
  };
}

const section = (title: string, items: string[]): Block[] => (items.length ? [heading(2, title), bulleted(items)] : []);

/** The fullest of some writings that stands on one page. */
export async function onOnePage<File extends Buffer | string>(
  writings: readonly Writing[],
  write: (writing: Writing) => Promise<File>,
): Promise<File> {
  let file!: File;
  for (const writing of writings) {
    file = await write(writing);
    if (typeof file === "string" || pagesIn(file) < 2) return file;
  }
  return file;
}

/** Answers the number of pages of a PDF made here. */
export const pagesIn = (file: Buffer) => [...file.toString("latin1").matchAll(/\/Type \/Page\b(?!s)/g)].length;
