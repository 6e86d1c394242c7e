import { m } from "@cahier/schema/messages";
import type { ProposalState, ReactionKind, StatementPart } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import {
  type Block,
  heading,
  paragraph,
  type Run,
  type Words,
  words,
  type Writing,
} from "../../../platform/files/writing/writing.ts";
import type { PassageSource } from "../synthesisFiles/source.ts";
import { callsOf, noteOf } from "../synthesisFiles/source.words.ts";
import { daysOverdue, handoverState } from "../../carry/handover/handover.state.ts";
import type { Standing } from "../../understand/keyPoint/keyPoint.queries.ts";
import type { ArguedStatement, Carried, DossierCoverage } from "./dossier.ts";
import { longDate, written } from "../../../platform/written.ts";
import { coverageTable } from "../synthesisFiles/coverage.table.ts";

/** People write in one language only; so are the documents made of their words. */
export const locale = written;

/** The parts of an argument, in their order. */
export const parts: StatementPart[] = ["PROBLEM", "MEASURE", "ARGUMENT", "EFFECT", "COST", "LIMIT"];

export const partName = (part: StatementPart) => m[`vocabulary_part_${part}`]({}, locale);
export const stateName = (state: ProposalState) => m[`vocabulary_proposal_${state}`]({}, locale);
export const reactionName = (kind: ReactionKind) => m[`vocabulary_reaction_${kind}`]({}, locale);

/** Circumstances a document is made in. */
export interface MadeFor {
  origin: string;
  now: Date;
  /** The day it is dated: the same data makes the same bytes. */
  day: string;
}

/** « 20 juin 2012 ». */
export const inWords = (day: string) => longDate(new Date(`${day}T12:00:00Z`));

const colon = () => m.ui_colon({}, locale);

/** « Ce qu'il faut : … ». */
export const named = (name: string, what: string) => `${name}${colon()}${what}`;

/** « 14 réponses, 6 régions ». */
export const standingInWords = ({ people, regions }: Standing) =>
  [
    m.vocabulary_responses({ count: people }, locale),
    ...(regions ? [m.vocabulary_regions({ count: regions }, locale)] : []),
  ].join(", ");

/** A heading and a list under it; nothing where there is nothing to list. */
export const listOf = (title: string, items: readonly (string | Run[])[]): Block[] =>
  items.length ? [heading(2, title), bulleted(items)] : [];

export const bulleted = (items: readonly (string | Run[])[]): Block => ({
  kind: "list",
  items: items.map((item) => [{ kind: "paragraph", runs: typeof item === "string" ? [words(item)] : item }]),
});

/** Link to the page where it is read and discussed on the site. */
export const readAt = (address: string): Block => ({
  kind: "paragraph",
  look: "quiet",
  runs: [words(`${m.export_read_at({}, locale)} `), words(address, { href: address })],
});

export const fictionalOf = ({ fictional }: { fictional: boolean }): Block[] =>
  fictional ? [paragraph(m.ui_fictional({}, locale), "quiet")] : [];

/** A sentence, how many say so, and the calls of its notes. */
export const statementOf = ({ statement, sources, standing }: ArguedStatement): Block => ({
  kind: "paragraph",
  runs: [
    words(statement.text),
    ...(sources.length ? [words(` (${standingInWords(standing)}) `), ...callsOf(sources)] : []),
  ],
});

/** The notes of a document: one for each passage, with who says it as they chose to appear, and where to read it. */
export const notesOf = (sources: readonly PassageSource[], origin: string): Map<string, Words[]> =>
  new Map(sources.map((source) => [source.passage.id, noteOf(source, origin)]));

export const labelsOf = (foot: string): Writing["labels"] => ({
  contents: m.export_contents({}, locale),
  notes: m.export_notes({}, locale),
  page: (page, pages) => `${foot} · ${m.export_page_of({ page, pages }, locale)}`,
  back: (note) => m.export_note_back({ note }, locale),
});

/** To whom it was carried, by whom, and what came of it: the reply as it is, or the days without one. */
export function carriedInWords({ handover, interlocutor, ...who }: Carried, now: Date): string {
  const today = dayOf(now);
  const overdue = daysOverdue(handover, today);
  const { repliedOn, replyStance, replyText, replyBy } = handover;
  const state = handoverState(handover, today);
  const answer =
    repliedOn && replyStance
      ? m.production_replied(
          {
            stance: m[`vocabulary_stance_${replyStance}`]({}, locale),
            date: inWords(repliedOn),
            text: replyText ?? "",
          },
          locale,
        )
      : overdue
        ? m.handover_overdue({ count: overdue }, locale)
        : state === "HANDED_OVER" && replyBy
          ? m.handover_awaited({ date: inWords(replyBy) }, locale)
          : m.handover_no_reply({}, locale);
  const by = carrierOf(who);
  const { ask } = handover;
  const told = { name: interlocutor.name, ask, answer: ended(answer) };
  return by ? m.production_carried({ ...told, by }, locale) : m.production_carried_by_nobody(told, locale);
}

/** « Le groupe de Bretagne », « Marion L., Drôme »: a name that says from where says it once. */
export function carrierOf({ carrier, territory }: Pick<Carried, "carrier" | "territory">): string | null {
  if (!carrier || !territory || carrier.includes(territory.name)) return carrier || (territory?.name ?? null);
  return `${carrier}, ${territory.name}`;
}

/** With a full stop, where there is no other end. */
const ended = (sentence: string) => (/[.!?»]$/.test(sentence) ? sentence : `${sentence}.`);

/** Table of participation by region, beside the weight of each; then the regions not heard. */
export function coverageBlocks(
  { responses, regions, notHeard }: DossierCoverage,
  title: string,
  level: 2 | 3 = 2,
): Block[] {
  if (!responses) return [];
  return [
    heading(level, title),
    paragraph(m.production_heard({ heard: regions.length - notHeard.length, regions: regions.length }, locale)),
    coverageTable(regions),
    ...(notHeard.length
      ? [paragraph(m.export_silent({ regions: notHeard.map(({ name }) => name).join(", ") }, locale))]
      : []),
  ];
}
