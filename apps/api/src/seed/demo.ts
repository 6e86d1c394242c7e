import type { DataSource, EntityManager } from "typeorm";
import { Contributions, Readings } from "../domain/listen/contribution/contribution.entity.ts";
import { CoherenceNoteProposals, CoherenceNotes } from "../domain/propose/coherence/coherence.entity.ts";
import { Documents } from "../domain/meet/document/document.entity.ts";
import { Exchanges, Introductions } from "../domain/propose/exchange/exchange.entity.ts";
import { GlossaryTerms, GlossaryVersions } from "../domain/propose/glossary/glossary.entity.ts";
import { Objectives, WorkingGroups } from "../domain/ground/group/group.entity.ts";
import { Milestones } from "../domain/meet/schedule/schedule.entity.ts";
import { InitiativeContributions, Initiatives } from "../domain/propose/initiative/initiative.entity.ts";
import { LanguageKits, LanguageKitVersions } from "../domain/propose/languageKit/languageKit.entity.ts";
import { OfficeLinks, OfficeReplies } from "../domain/carry/office/office.entity.ts";
import { Commitments, Handovers } from "../domain/carry/handover/handover.entity.ts";
import { Instances } from "../domain/ground/instance/instance.entity.ts";
import { Interlocutors } from "../domain/ground/interlocutor/interlocutor.entity.ts";
import { KeyPoints } from "../domain/understand/keyPoint/keyPoint.entity.ts";
import { AgendaItems, MeetingDocuments, MeetingObjectives, Meetings } from "../domain/meet/meeting/meeting.entity.ts";
import { MinutesBlocks, MinutesTable } from "../domain/meet/minutes/minutes.entity.ts";
import { KeyPointPassages, Passages } from "../domain/understand/passage/passage.entity.ts";
import { ReadingCodes } from "../domain/understand/passage/readingCode.entity.ts";
import { Persons } from "../domain/ground/person/person.entity.ts";
import { RoleGrants } from "../domain/ground/role/role.entity.ts";
import { Productions } from "../domain/give/production/production.entity.ts";
import { Asks, Objections, ProposalInitiatives } from "../domain/propose/scaffold/scaffold.entity.ts";
import { Proposals } from "../domain/propose/proposal/proposal.entity.ts";
import { StatementKeyPoints, StatementPassages, Statements } from "../domain/propose/statement/statement.entity.ts";
import { Amendments } from "../domain/propose/amendment/amendment.entity.ts";
import { ProposalCarriers } from "../domain/propose/scaffold/proposalCarrier.entity.ts";
import { Works } from "../domain/propose/scaffold/work.entity.ts";
import { keepFirstVersions } from "../domain/propose/version/version.writes.ts";
import {
  QuestionRevisions,
  Questionnaires,
  Questions,
  Sections,
} from "../domain/listen/questionnaire/questionnaire.entity.ts";
import { Reactions } from "../domain/ground/reaction/reaction.entity.ts";
import { Follows } from "../domain/listen/follow/follow.entity.ts";
import { Answers, Responses } from "../domain/listen/response/response.entity.ts";
import { keepAccounts } from "../domain/understand/synthesis/accounting.writes.ts";
import {
  Citations,
  Syntheses,
  SynthesisParagraphs,
  PassageCitations,
  SynthesisVersions,
} from "../domain/understand/synthesis/synthesis.entity.ts";
import { MinorityPositions, MinoritySignatures } from "../domain/propose/minority/minority.entity.ts";
import { RegionalGroups } from "../domain/ground/regionalGroup/regionalGroup.entity.ts";
import { toldBefore } from "../domain/tell/trail/digest.commands.ts";
import { dayOf } from "../platform/day.ts";
import { demoClock, demoDay } from "./demo/clock.ts";
import { documents } from "./demo/documents.ts";
import { glossary } from "./demo/glossary.ts";
import { group } from "./demo/group.ts";
import { initiatives } from "./demo/initiatives.ts";
import { officeReplies } from "./demo/office.ts";
import { instance } from "./demo/instance.ts";
import { interlocutors } from "./demo/interlocutors.ts";
import { meetings } from "./demo/meetings.ts";
import { minorityPositions } from "./demo/minority.ts";
import { moderationQueue } from "./demo/moderation.ts";
import { sourceKeyPoints, sourceResponses } from "./demo/pack.ts";
import { keyPoints, pencil, statedBy } from "./demo/passages.ts";
import { secondReadings } from "./demo/readings.ts";
import { people } from "./demo/people.ts";
import { productions } from "./demo/productions.ts";
import { proposals } from "./demo/proposals.ts";
import { questionnaires } from "./demo/questionnaires.ts";
import { reactions } from "./demo/reactions.ts";
import { responses } from "./demo/responses.ts";
import { demoRows } from "./demo/rows.ts";
import { syntheses } from "./demo/syntheses.ts";
import { template } from "./demo/template.ts";
import { coherence, exchanges, languageKit } from "./demo/unity.ts";
import { seedReference } from "./reference.ts";

/** Order of writing: a table comes before those that refer to it. */
const order = [
  Instances,
  Persons,
  WorkingGroups,
  RoleGrants,
  RegionalGroups,
  Objectives,
  Documents,
  Meetings,
  MeetingObjectives,
  MeetingDocuments,
  AgendaItems,
  MinutesTable,
  MinutesBlocks,
  Milestones,
  Questionnaires,
  Sections,
  Questions,
  QuestionRevisions,
  Responses,
  Follows,
  Answers,
  Contributions,
  Readings,
  Passages,
  KeyPoints,
  KeyPointPassages,
  ReadingCodes,
  Syntheses,
  SynthesisVersions,
  SynthesisParagraphs,
  Citations,
  PassageCitations,
  MinorityPositions,
  MinoritySignatures,
  Proposals,
  Statements,
  StatementKeyPoints,
  StatementPassages,
  Objections,
  Amendments,
  ProposalCarriers,
  Works,
  Interlocutors,
  Handovers,
  Commitments,
  OfficeLinks,
  OfficeReplies,
  Asks,
  Initiatives,
  InitiativeContributions,
  ProposalInitiatives,
  Reactions,
  CoherenceNotes,
  CoherenceNoteProposals,
  GlossaryTerms,
  GlossaryVersions,
  LanguageKits,
  LanguageKitVersions,
  Exchanges,
  Introductions,
  Productions,
];

export interface DemoOptions {
  /** The day of 2012 it is read on, as YYYY-MM-DD. */
  date?: string | null;
  today?: Date;
}

/**
 * Fills a database with the demonstration, whole or not at all; only one that nobody works in: without a group, and
 * without a real person. False when it is left as it was.
 */
export async function seedDemo(database: DataSource, { date, today = new Date() }: DemoOptions = {}): Promise<boolean> {
  const clock = demoClock(date || demoDay, today);
  const seeded = await database.transaction(async (db) => {
    await db.query("select pg_advisory_xact_lock(713)"); // two processes may start together
    if (await inUse(db)) return false;
    const { demo, write } = demoRows(clock, await seedReference(db));
    for (const { id } of sourceKeyPoints()) demo.ids.ordered(id);
    const stated = statedBy(demo);

    instance(demo);
    people(demo);
    group(demo);
    documents(demo);
    meetings(demo);
    const linkQuestions = questionnaires(demo, (id) => stated.some((it) => it.id === id));
    template(demo);
    const texts = responses(
      demo,
      sourceResponses().filter(({ submittedAt }) => clock.past(submittedAt)),
    );
    moderationQueue(demo);
    const { mark, done } = pencil(demo, texts);
    const codes = keyPoints(demo, stated, texts, mark);
    syntheses(demo, stated, texts, mark);
    minorityPositions(demo);
    productions(demo);
    proposals(demo, stated, texts, mark);
    done();
    secondReadings(demo, texts, codes);
    interlocutors(demo);
    officeReplies(demo);
    initiatives(demo, texts);
    reactions(demo, texts);
    coherence(demo);
    glossary(demo);
    languageKit(demo);
    exchanges(demo);

    await write(db, order);
    // Published versions keep their account of the passages, as at publication.
    for (const { id } of await db.findBy(SynthesisVersions, { state: "PUBLISHED" })) await keepAccounts(db, id);
    await keepFirstVersions(db);
    await linkQuestions(db);
    return true;
  });
  // Old events count as told: the first mail of the demonstration tells recent ones.
  if (seeded) await toldBefore(database, dayOf(today, -recent));
  return seeded;
}

/** Days that the first news of the demonstration go back. */
const recent = 14;

/** True of a database that holds a group, or somebody who is not of the demonstration. */
export async function inUse(db: Pick<EntityManager, "query">): Promise<boolean> {
  const [{ used }] = await db.query<[{ used: boolean }]>(
    "select exists (select from working_group) or exists (select from person where not fictional) as used",
  );
  return used;
}
