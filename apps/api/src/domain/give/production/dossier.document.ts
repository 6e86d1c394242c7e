import { m } from "@cahier/schema/messages";
import { dayOf } from "../../../platform/day.ts";
import {
  type Block,
  heading,
  paragraph,
  type Run,
  words,
  type Writing,
} from "../../../platform/files/writing/writing.ts";
import { adoptionBlocks, minorityBlocks } from "./adoption.document.ts";
import { type Dossier, type DossierExample, sourcesIn } from "./dossier.ts";
import {
  carriedInWords,
  coverageBlocks,
  fictionalOf,
  inWords,
  labelsOf,
  listOf,
  locale,
  type MadeFor,
  named,
  notesOf,
  partName,
  parts,
  reactionName,
  readAt,
  standingInWords,
  stateName,
  statementOf,
} from "./production.words.ts";

/** All that a proposal is made of, as a document: its argument, its examples, what is held against it, who is asked. */
export function dossierWriting(dossier: Dossier, { origin, now, day }: MadeFor): Writing {
  const { proposal } = dossier;
  const address = `${origin}/proposals/${proposal.slug}`;
  return {
    title: proposal.title,
    language: locale.locale,
    address,
    day,
    blocks: [
      ...headOf(dossier, address),
      ...adoptionBlocks(dossier.decided),
      ...partsOf(dossier),
      ...objectionsOf(dossier),
      ...minorityBlocks(dossier.decided),
      ...examplesOf(dossier, origin),
      ...asksOf(dossier, origin),
      ...listOf(m.proposal_carriers({}, locale), dossier.carriers),
      ...listOf(
        m.proposal_works({}, locale),
        dossier.works.map(({ title, reference }) => `${title}. ${reference}`),
      ),
      ...listOf(
        m.proposal_handovers({}, locale),
        dossier.handovers.map((it) => carriedInWords(it, now)),
      ),
      ...reactionsOf(dossier),
      ...coverageBlocks(dossier.coverage, m.proposal_coverage({}, locale)),
      ...versionsOf(dossier),
    ],
    notes: notesOf(sourcesIn(dossier), origin),
    labels: labelsOf(m.proposal_number(proposal, locale)),
  };
}

/** Head of a dossier: number, group, summary, state, and the people and regions it comes from. */
function headOf({ group, proposal, levers, objectives, standing }: Dossier, address: string): Block[] {
  return [
    paragraph(named(m.proposal_number(proposal, locale), group.name), "quiet"),
    paragraph(proposal.summary, "lead"),
    paragraph(m.production_state({ state: stateName(proposal.state), date: inWords(proposal.createdOn) }, locale)),
    paragraph(named(m.production_comes_from({}, locale), standingInWords(standing))),
    ...(objectives.length
      ? [
          paragraph(
            named(
              m.proposal_objectives({}, locale),
              objectives.map(({ number, name }) => `${m.objective_number({ number }, locale)}, ${name}`).join(" ; "),
            ),
          ),
        ]
      : []),
    ...(levers.length
      ? [paragraph(named(m.production_levers({}, locale), levers.map(({ label }) => label).join(", ")))]
      : []),
    readAt(address),
    ...fictionalOf(proposal),
  ];
}

const partsOf = ({ statements }: Dossier): Block[] =>
  parts.flatMap((part) => {
    const those = statements.filter(({ statement }) => statement.part === part);
    return those.length ? [heading(2, partName(part)), ...those.map(statementOf)] : [];
  });

const objectionsOf = ({ objections }: Dossier): Block[] =>
  objections.length
    ? [
        heading(2, m.proposal_objections({}, locale)),
        ...objections.flatMap(({ text, reply }) => [
          heading(3, text),
          paragraph(reply ?? m.proposal_objection_no_reply({}, locale), reply ? undefined : "quiet"),
        ]),
      ]
    : [];

const examplesOf = ({ examples }: Dossier, origin: string): Block[] =>
  examples.length
    ? [heading(2, m.proposal_examples({}, locale)), ...examples.flatMap((example) => exampleOf(example, origin))]
    : [];

/** An example: where and since when, what it is, what came of it, what stood in its way. */
function exampleOf({ initiative: it, place }: DossierExample, origin: string): Block[] {
  const address = `${origin}/initiatives/${it.slug}`;
  const where = [it.town, place?.name, it.startedYear].filter(Boolean).join(", ");
  const told = (title: string, those: readonly string[]) =>
    those.length ? [paragraph(named(title, those.join(" ; ")))] : [];
  return [
    heading(3, it.name),
    ...(where ? [paragraph(where, "quiet")] : []),
    paragraph(it.summary),
    ...told(m.production_results({}, locale), it.results),
    ...told(m.production_obstacles({}, locale), it.obstacles),
    readAt(address),
  ];
}

const asksOf = ({ asks }: Dossier, origin: string): Block[] =>
  listOf(
    m.proposal_asks({}, locale),
    asks.map(({ ask, interlocutor }): Run[] => [
      words(interlocutor.name, { href: `${origin}/interlocutors/${interlocutor.slug}` }),
      words(`${m.ui_colon({}, locale)}${ask.text ?? m.proposal_ask_unwritten({}, locale)}`),
    ]),
  );

const reactionsOf = ({ reactions }: Dossier): Block[] =>
  listOf(
    m.reaction_title({}, locale),
    reactions.map(({ kind, ofPart, text: given, source, authorName, reactedOn, reply }) => {
      const who = authorName ?? m.vocabulary_no_name({}, locale);
      const text = source ? `${given} (${source})` : given;
      const way = ofPart ? `${reactionName(kind)} (${partName(ofPart)})` : reactionName(kind);
      const said = m.production_reaction({ kind: way, text, who, date: inWords(reactedOn) }, locale);
      return reply ? `${said} ${m.production_reaction_reply({ reply }, locale)}` : said;
    }),
  );

/** Each version, with its day and what was said of why it changed. */
const versionsOf = ({ versions }: Dossier): Block[] =>
  listOf(
    m.production_versions({}, locale),
    versions.map(({ number, keptAt, reason, hash }) =>
      [m.production_version({ number, date: inWords(dayOf(keptAt)), hash: hash.slice(0, 12) }, locale), reason]
        .filter(Boolean)
        .join(" "),
    ),
  );
