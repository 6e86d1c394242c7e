import type { Context } from "../../../platform/context.ts";
import { type AdoptionFacts, adoptionFactsOf } from "./adoption.ts";
import { type PassageSource, sourcesOf, standingOf } from "../synthesisFiles/source.ts";
import { type Objective, type WorkingGroup, WorkingGroups } from "../../ground/group/group.entity.ts";
import type { Handover } from "../../carry/handover/handover.entity.ts";
import { handoversOfProposal } from "../../carry/handover/handover.queries.ts";
import type { Initiative } from "../../propose/initiative/initiative.entity.ts";
import { initiativesOfProposal } from "../../propose/initiative/initiative.queries.ts";
import { type Interlocutor, Interlocutors } from "../../ground/interlocutor/interlocutor.entity.ts";
import type { KeyPoint } from "../../understand/keyPoint/keyPoint.entity.ts";
import { keyPointsOfStatement, type Standing } from "../../understand/keyPoint/keyPoint.queries.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import type { Ask, Objection } from "../../propose/scaffold/scaffold.entity.ts";
import type { Proposal } from "../../propose/proposal/proposal.entity.ts";
import type { Statement } from "../../propose/statement/statement.entity.ts";
import { carriersOf } from "../../propose/scaffold/proposalCarrier.queries.ts";
import type { Work } from "../../propose/scaffold/work.entity.ts";
import { worksOf } from "../../propose/scaffold/work.queries.ts";
import { asksOf } from "../../propose/scaffold/ask.queries.ts";
import { leversNamed } from "../../ground/theme/theme.queries.ts";
import { objectionsTo } from "../../propose/scaffold/objection.queries.ts";
import {
  groundOf,
  objectivesOfProposal,
  passagesBehind,
  statementsOf,
} from "../../propose/statement/statement.queries.ts";
import type { ProposalVersion } from "../../propose/version/version.entity.ts";
import { versionsOf } from "../../propose/version/version.queries.ts";
import type { Reaction } from "../../ground/reaction/reaction.entity.ts";
import { reactionsTo } from "../../ground/reaction/reaction.queries.ts";
import { coverageOf } from "../../listen/contribution/coverage.queries.ts";
import { type Territory, Territories } from "../../ground/territory/territory.entity.ts";
import type { Term } from "../../ground/theme/theme.entity.ts";

/** Participation by region, beside the population share of each; and the regions not heard. */
export interface DossierCoverage {
  responses: number;
  regions: { territory: Territory; responses: number; share: number; populationShare: number | null }[];
  notHeard: Territory[];
}

/** A sentence, and what it stands on. */
export interface ArguedStatement {
  statement: Statement;
  keyPoints: KeyPoint[];
  sources: PassageSource[];
  standing: Standing;
}

/** Ask of a proposal, with its interlocutor. */
export interface DossierAsk {
  ask: Ask;
  interlocutor: Interlocutor;
}

/** Handover of a proposal: interlocutor, carrier and territory. */
export interface Carried {
  handover: Handover;
  interlocutor: Interlocutor;
  /** Public name of the carrier; null for a person who has not agreed to be named. */
  carrier: string | null;
  territory: Territory | null;
}

/** An example, and where it is. */
export interface DossierExample {
  initiative: Initiative;
  place: Territory | null;
}

/** A proposal with all that it is made of, as whoever asks may read it. */
export interface Dossier {
  group: WorkingGroup;
  proposal: Proposal;
  levers: Term[];
  objectives: Objective[];
  statements: ArguedStatement[];
  objections: Objection[];
  works: Work[];
  /** By name, those who agreed to it. */
  carriers: string[];
  examples: DossierExample[];
  asks: DossierAsk[];
  handovers: Carried[];
  reactions: Reaction[];
  decided: AdoptionFacts;
  /** As it stood each time it changed since it became public, newest first; none for a draft. */
  versions: ProposalVersion[];
  /** All its statements together. */
  standing: Standing;
  coverage: DossierCoverage;
}

/** Gathers the dossier of a proposal: as many statements whatever it holds. */
export async function dossierOf(context: Context, proposal: Proposal): Promise<Dossier> {
  const { id } = proposal;
  const [
    group,
    levers,
    objectives,
    statements,
    objections,
    works,
    carriers,
    initiatives,
    asks,
    handovers,
    reactions,
    decided,
    versions,
    ground,
  ] = await Promise.all([
    context.load(WorkingGroups, proposal.groupId),
    leversNamed(context, proposal.leverTypes),
    objectivesOfProposal(context, id),
    statementsOf(context, id),
    objectionsTo(context, id),
    worksOf(context, id),
    carriersOf(context, id),
    initiativesOfProposal(context, id),
    asksOf(context, id),
    handoversOfProposal(context, id),
    reactionsTo(context, "PROPOSAL", id).then((all) => all.filter(({ status }) => status === "VISIBLE")),
    adoptionFactsOf(context, id),
    versionsOf(context, id),
    groundOf(context, id),
  ]);
  const [argued, examples, asked, carried, coverage] = await Promise.all([
    Promise.all(statements.map((statement) => arguedOf(context, statement))),
    Promise.all(initiatives.map(async (it) => ({ initiative: it, place: await placeOf(context, it) }))),
    Promise.all(
      asks.map(async (ask) => ({ ask, interlocutor: (await context.load(Interlocutors, ask.interlocutorId))! })),
    ),
    Promise.all(handovers.map((handover) => carriedOf(context, handover))),
    coverageOf(context, { contributionIds: ground.contributions }),
  ]);
  return {
    group: group!,
    proposal,
    levers,
    objectives,
    statements: argued,
    objections,
    works,
    carriers,
    examples,
    asks: asked,
    handovers: carried,
    reactions,
    decided,
    versions,
    standing: { people: ground.people, regions: ground.regions },
    coverage: coverage as DossierCoverage,
  };
}

async function arguedOf(context: Context, statement: Statement): Promise<ArguedStatement> {
  const [keyPoints, passages] = await Promise.all([
    keyPointsOfStatement(context, statement.id),
    passagesBehind(context, statement.id),
  ]);
  const sources = await sourcesOf(context, passages);
  return { statement, keyPoints, sources, standing: standingOf(sources) };
}

const placeOf = ({ load }: Context, { territoryId }: Initiative) => load(Territories, territoryId);

/** A handover, with who was asked and from where it is carried. */
export async function carriedOf({ load }: Context, handover: Handover): Promise<Carried> {
  const { carrierKind, carrierConsent, carrierName, carrierPersonId } = handover;
  const [interlocutor, territory, person] = await Promise.all([
    load(Interlocutors, handover.interlocutorId),
    load(Territories, handover.carrierTerritoryId),
    carrierConsent === "AGREED" ? load(Persons, carrierPersonId) : null,
  ]);
  const carrier = carrierKind === "PERSON" ? person?.displayName || null : carrierName;
  return { handover, interlocutor: interlocutor!, carrier, territory };
}

/** The passages that a dossier stands on, in the order in which it calls them. */
export const sourcesIn = ({ statements }: Pick<Dossier, "statements">): PassageSource[] => [
  ...new Map(statements.flatMap(({ sources }) => sources.map((source) => [source.passage.id, source]))).values(),
];
