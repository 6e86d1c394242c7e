import { type EntityManager, In } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { insertAll } from "../../../platform/data/bulk.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { dayOf } from "../../../platform/day.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import type { PartWords, RuledVisibility } from "../../../platform/moderated.ts";
import { maskBlock } from "../../meet/minutes/minutes.writes.ts";
import { liftRulings } from "../../ground/moderation/ruling.writes.ts";
import { meantToShow, visible } from "../../ground/moderation/status.sql.ts";
import { type Contribution, ContributionRevisions, Contributions } from "./contribution.entity.ts";
import { forgetReadings, noJudgement } from "./reading.writes.ts";
import { stretchesOf } from "./stretches.ts";

/** Needs of a write to a text: the database, and the journal, which tells the rooms that copied its words. */
type Act = Pick<Transaction, "db" | "record">;
type DatedAct = Pick<Transaction, "db" | "record" | "now">;

/** Keeps a text that stands free: a response has its own way, `insertTexts`. */
export const insertContribution = (db: EntityManager, it: Partial<Contribution> & Pick<Contribution, "id" | "body">) =>
  db.insert(Contributions, it);

/** Keeps texts that were made elsewhere, those that are not there yet; how many were written. */
export const insertImported = (db: EntityManager, texts: Partial<Contribution>[]) =>
  insertAll(db, Contributions, texts, { known: "kept" });

/** Says beside the words of each text whether it can be read. */
export const setShownRight = (db: EntityManager) =>
  db.query(`update contribution_search s set shown = ${visible("c")} from contribution c
    where c.id = s.contribution_id and s.shown <> (${visible("c")})`);

/** Removes texts that came by mistake, on which nothing stands: no place of them stays. */
export const removeTexts = (db: EntityManager, ids: string[]) =>
  db.query("delete from contribution where id = any($1::uuid[])", [ids]);

/** Keeps what a block of minutes says as a text, once; false where it was kept already. */
export const keepBlock = (db: EntityManager, block: Partial<Contribution>) => insertOnce(db, Contributions, block);

/** A text of a response, under the names of the columns it goes to. */
export interface TextRow {
  question_id: string;
  question_revision: number;
  body: string;
  status: string;
}

/**
 * Keeps the texts of a response, each with what the response says of its author. A statement
 * of its own, after that of the response: what is counted of a response with its texts is counted one act at a time.
 */
export const insertTexts = (db: EntityManager, responseId: string, texts: TextRow[]) =>
  prepared(db, "contribution: kept", keepsTexts("$1", "$2"), [responseId, JSON.stringify(texts)]);

/** SQL: the same, where more is done with what was kept. */
export const keepsTexts = (response: string, texts: string) =>
  `insert into contribution (theme_id, objective_id, response_id, meeting_id, question_id, question_revision, channel,
       body, status, appearance, author_name, speaks_as, organisation_name, organisation_id, organisation_type, territory_id, region_id,
       sectors, contributed_on)
     select g.theme_id, o.id, r.id, r.meeting_id, t.question_id, t.question_revision, r.channel,
       t.body, t.status, r.appearance, r.author_name, r.speaks_as,
       case when r.appearance = 'NAMED' then r.organisation_name end, r.organisation_id, r.organisation_type, r.territory_id, r.region_id,
       r.sectors, r.submitted_on
     from jsonb_to_recordset(${texts}::jsonb) t(question_id uuid, question_revision int, body text, status text)
     cross join response r join questionnaire q on q.id = r.questionnaire_id
     join objective o on o.id = q.objective_id join working_group g on g.id = o.group_id
     where r.id = ${response}`;

/** Unpublishes the answers to a question whose visibility is narrowed. */
export const unpublishAnswersTo = (db: EntityManager, questionId: string) =>
  db.query(`update contribution set status = 'UNPUBLISHED' where question_id = $1 and ${meantToShow("contribution")}`, [
    questionId,
  ]);

/**
 * Writes a text as its author now has it, with the words it had before. A room that copied its words, or marks places in
 * them, hears « contribution.rewritten »: the journal itself keeps no word of it.
 */
export async function rewriteText({ db, record }: Act, it: Contribution, next: Partial<Contribution>, day: string) {
  const { id, body } = it;
  if (next.body === undefined || next.body === body) return db.update(Contributions, id, next);
  if (body !== "")
    await db.insert(ContributionRevisions, { contributionId: id, revision: it.revision, body, replacedOn: day });
  await liftRulings(db, ["CONTRIBUTION", "SUPPLY"], id);
  // New words are to be read, and judged, anew.
  const revision = it.revision + 1;
  await db.update(Contributions, id, { ...next, ...noJudgement, revision });
  await forgetReadings(db, id);
  return record("contribution.rewritten", id, { revision });
}

/** Shows texts that waited. */
export const showTexts = (db: EntityManager, ids: string[]) =>
  db.update(Contributions, { id: In(ids) }, { status: "VISIBLE", statusReason: null, statusOn: null });

/** Holds texts that were just kept. */
export const holdTexts = (db: EntityManager, ids: string[]) =>
  db.update(Contributions, { id: In(ids) }, { status: "HELD", statusReason: null, statusOn: null });

/** Takes the texts of a response off every page, as its author no longer agrees that they appear. */
export const unpublishTexts = (db: EntityManager, responseId: string) =>
  db.query(
    `update contribution set status = 'UNPUBLISHED', status_reason = null, status_on = null
     where response_id = $1 and ${meantToShow("contribution")}`,
    [responseId],
  );

/** Writes the name of a response beside its texts. */
export const nameTexts = (
  db: EntityManager,
  responseId: string,
  named: Partial<Pick<Contribution, "authorName" | "organisationName" | "organisationId" | "appearance">>,
) => db.update(Contributions, { responseId }, named);

/** Writes what a moderator ruled on a text. Words that were masked are kept by the ruling alone, not as a revision. */
export async function ruleContribution({ db, record }: Act, id: string, visibility: RuledVisibility, words: PartWords) {
  const it = await db.findOneByOrFail(Contributions, { id });
  const changed = words.body !== undefined && words.body !== it.body;
  const revision = it.revision + 1;
  await db.update(Contributions, id, { ...visibility, ...words, ...(changed && { ...noJudgement, revision }) });
  if (!changed) return;
  if (it.minutesBlockId) await maskBlock(db, it.minutesBlockId, words.body!);
  await forgetReadings(db, id);
  await record("contribution.masked", id, { revision, stretches: stretchesOf(it.body, words.body!) });
  await record("contribution.rewritten", id, { revision });
}

const erased = {
  ...noJudgement,
  body: "",
  status: "WITHDRAWN",
  statusReason: null,
  authorName: null,
  organisationName: null,
  organisationId: null,
  organisationType: null,
  sectors: [],
} satisfies Partial<Contribution>;

/**
 * Takes back a text: its words are erased, its place stays. Every room that copies words of a text hears
 * « contribution.erased » and erases them, in this transaction. The search index follows the text.
 */
export async function eraseContribution({ db, record, now }: DatedAct, id: string) {
  await db.update(Contributions, id, { ...erased, statusOn: dayOf(now) });
  await db.delete(ContributionRevisions, { contributionId: id });
  await liftRulings(db, ["CONTRIBUTION", "SUPPLY"], id);
  await db.query(
    "update journal_entry set data = data - 'quote' - 'was' where data ->> 'contributionId' = ($1::uuid)::text",
    [id],
  );
  await record("contribution.erased", id);
}

/** Takes back all the texts of a response. */
export async function eraseTexts(act: DatedAct, responseId: string) {
  const texts = await act.db.find(Contributions, { where: { responseId }, select: { id: true }, order: { id: "ASC" } });
  for (const { id } of texts) await eraseContribution(act, id);
}
