import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import type { Act } from "../../../platform/context.ts";
import { keepsRecord } from "../../../platform/journal.ts";
import { countOf } from "../../../platform/retention.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { cachedAt } from "../../../platform/data/reference.ts";
import { type consentsGiven, endConsents, keepsConsents } from "../../ground/person/consent.writes.ts";
import { type WrittenRow, writtenAmong } from "../../ground/moderation/review.ts";
import { counted, meantToShow } from "../../ground/moderation/status.sql.ts";
import { authorAt, keepsRecent } from "../../ground/recentText/recentText.writes.ts";
import { columnsOf, prepared, rowsOf } from "../../../platform/data/statement.ts";
import { insertTexts, keepsTexts } from "../contribution/contribution.writes.ts";
import { erasesDrafts } from "../draft/draft.writes.ts";
import { allCame } from "../questionnaire/published.queries.ts";
import { takesResponses } from "../questionnaire/questionnaire.policy.ts";
import type { Territory } from "../../ground/territory/territory.entity.ts";
import type { ResponseParts, Sender } from "./parts.ts";
import { allFollowing } from "../follow/follow.queries.ts";
import { dropFollow, forgetAddress } from "../follow/follow.writes.ts";
import { mailedDigest, receiptDigest } from "./codes.ts";
import { textRows } from "./moderated.ts";
import { type Response, Responses } from "./response.entity.ts";

/** A territory, and today's region of it. */
export type TerritoryAnswered = Pick<Territory, "id" | "regionId">;

/** The territory that « DEPARTMENT:29 » names, as the database stands at this end. */
export const territoryAnswered = (db: EntityManager, answered: string, end: string) =>
  cachedAt(db, end, `response: territory ${answered}`, async () => {
    const text = `select id, region_id as "regionId" from territory where kind = $1 and code = $2`;
    const found = await prepared<TerritoryAnswered>(db, "response: territory", text, answered.split(":"));
    return found[0] ?? null;
  });

/** Responses that wait for others, before those that came first are counted. */
const mostWaiting = 10;

/** Lets waiting responses into the counts: once ten wait, all but the last five. */
export const tellTogether = (db: EntityManager, questionnaireId: string) =>
  prepared(
    db,
    "response: told together",
    `with turn as materialized (select pg_try_advisory_xact_lock(hashtextextended('told ' || $1, 0)) as mine),
       waiting as (
         select it.id, count(*) over () as many, row_number() over (order by it.submitted_on desc, it.id desc) as rank
         from turn, response it
         where mine and it.questionnaire_id = $1::uuid and it.awaits_others and ${counted("it")}
       )
     update response it set awaits_others = false from waiting where it.id = waiting.id and many >= ${mostWaiting} and rank > 5`,
    [questionnaireId],
  );

/**
 * Four other responses leave the counts together with one that is taken back, while more may come, and wait to be counted
 * again: nobody learns where it came from by comparing counts before and after.
 */
export const leaveTogether = (db: EntityManager, { id, questionnaireId, awaitsOthers }: Response) =>
  awaitsOthers ||
  db.query(
    `update response set awaits_others = true where id in (
       select it.id from response it join questionnaire q on q.id = it.questionnaire_id and not ${allCame("q")}
       where it.questionnaire_id = $1 and it.id <> $2 and it.channel in ('ONLINE', 'PAPER') and not it.awaits_others and ${counted("it")}
       order by random() limit 4)`,
    [questionnaireId, id],
  );

/** The response that a draft became already. */
export async function responseOfKey(db: EntityManager, questionnaireId: string, key: string): Promise<Response | null> {
  const where = "where it.questionnaire_id = $1 and it.key = $2";
  return (await rowsOf(db, Responses, "response: of its key", where, [questionnaireId, key]))[0] ?? null;
}

interface NewResponse
  extends
    Sender,
    Pick<
      ResponseParts,
      "questionnaireId" | "questionnaireRevision" | "repeatKey" | "organisationType" | "sectors" | "status" | "answers"
    > {
  id: string;
  key: string;
  digest: string;
  territory: TerritoryAnswered;
  followUpLanguage: Language;
  consents: ReturnType<typeof consentsGiven>;
  /** Said at once: its texts would say it after them, in a statement more. */
  heldByText: boolean;
  /** The day of the act. */
  day: string;
}

/**
 * Writes the response, with its closed answers, its consents and the end of its draft, if its questionnaire takes responses
 * at this very instant and its key was never seen; null otherwise. It keeps the day, as it is counted where the group is,
 * and the time only of those who appear under a name of their own. The journal does not name the sender, even when signed
 * in, and keeps the day without the time. `tells`: so many wait with this one that some may be counted.
 */
export async function insertResponse(db: EntityManager, it: NewResponse) {
  const rows = await prepared<Response & { waiting: number }>(
    db,
    "response: sent",
    `with sent as (
       insert into response as it (id, questionnaire_id, key, digest, receipt_digest, repeat_key, channel, appearance,
         status, author_name, organisation_type, territory_id, region_id, sectors, submitted_on, submitted_at,
         questionnaire_revision, speaks_as, organisation_name, organisation_id, people_count, follow_up_language, awaits_others, held_by_text)
       select $1, q.id, $3, $4, $5, $6, 'ONLINE', $7, $8, $9, $10, $11, $12, $13,
         (clock_timestamp() at time zone g.time_zone)::date, case when $7 = 'NAMED' and $17::uuid is null then clock_timestamp() end,
         $14, $15, $16, $17, $18, $19, true, $23
       from questionnaire q join objective o on o.id = q.objective_id join working_group g on g.id = o.group_id
       where q.id = $2 and ${takesResponses}
       on conflict (questionnaire_id, key) do nothing
       returning it.*
     ),
     answers as (${keepsAnswers("sent", "$20")}),
     consents as (${keepsConsents("sent", "$21")}),
     drafts as (${erasesDrafts("sent")}),
     recorded as (${keepsRecord("sent", "response.submitted", "$22")})
     select ${columnsOf(db, Responses)}, (select count(*) from (
       select from response w where w.questionnaire_id = $2 and w.awaits_others and ${counted("w")} limit ${mostWaiting}) w) as waiting
     from sent it`,
    [
      it.id,
      it.questionnaireId,
      it.key,
      it.digest,
      receiptDigest(it.id),
      it.repeatKey,
      it.appearance,
      it.status,
      it.authorName,
      it.organisationType,
      it.territory.id,
      it.territory.regionId,
      it.sectors,
      it.questionnaireRevision,
      it.speaksAs,
      it.organisationName,
      it.organisationId,
      it.peopleCount,
      it.followUpLanguage,
      JSON.stringify(it.answers.map(columnsOfPart)),
      JSON.stringify(it.consents),
      it.day,
      it.heldByText,
    ],
  );
  if (!rows[0]) return null;
  const { waiting, ...stored } = rows[0];
  return { stored, tells: waiting >= mostWaiting - 1 };
}

/** SQL: keeps closed `answers` of the rows of `response`. */
const keepsAnswers = (response: string, answers: string) =>
  `insert into answer (response_id, question_id, question_revision, value, other)
   select r.id, a.question_id, a.question_revision, a.value, a.other
   from ${response} r
   cross join jsonb_to_recordset(${answers}::jsonb) a(question_id uuid, question_revision int, value jsonb, other text)`;

/** Writes what was answered: closed answers as they are, each text as a contribution. */
export async function insertParts(db: EntityManager, { id }: Response, { answers, texts }: ResponseParts) {
  const given = `${keepsAnswers("response", "$2")} where r.id = $1`;
  await Promise.all([
    answers.length > 0 && prepared(db, "response: given", given, [id, JSON.stringify(answers.map(columnsOfPart))]),
    texts.length > 0 && insertTexts(db, id, texts.map(columnsOfPart)),
  ]);
}

/**
 * Writes the texts of a response that was just sent, and who wrote lately to its group; answers with those that may appear,
 * as moderators read them.
 */
export const sendTexts = async (act: Act, id: string, groupId: string, texts: ResponseParts["texts"]) =>
  texts.length === 0
    ? []
    : prepared<WrittenRow>(act.db, "response: texts sent", textsSent(), [
        id,
        JSON.stringify(texts.map(columnsOfPart)),
        groupId,
        authorAt(act, groupId),
        dayOf(act.now),
      ]);

const textsSent = () =>
  `with sent as (${keepsTexts("$1", "$2")} returning *),
     shown as (select * from sent where ${meantToShow("sent")}),
     recent as (${keepsRecent("select 'CONTRIBUTION', id, $3::uuid, $4, $5::date from shown")})
   ${writtenAmong("CONTRIBUTION", textRows("shown"), "$5")}`;

/** Columns of an answer or a text. */
const columnsOfPart = <Part extends ResponseParts["answers" | "texts"][number]>({
  questionId,
  questionRevision,
  ...rest
}: Part) => ({
  question_id: questionId,
  question_revision: questionRevision,
  ...rest,
});

/** Writes a response that was typed in, once for its key; null when it was there. */
export async function insertEntered(db: EntityManager, row: Partial<Response> & { id: string }) {
  return (await insertOnce(db, Responses, row)) ? db.findOneByOrFail(Responses, { id: row.id }) : null;
}

/** Keeps what two entries of one sheet were settled to. */
export async function settleEntered(
  db: EntityManager,
  id: string,
  settled: Pick<Response, "repeatKey" | "organisationType" | "sectors" | "territoryId" | "regionId"> &
    Partial<Pick<Response, "status">>,
) {
  await db.update(Responses, id, settled);
  return db.findOneByOrFail(Responses, { id });
}

/** Stores the code that mails lead by to a response: it shows less than the receipt. */
export const keepMailed = (db: EntityManager, id: string) =>
  db.update(Responses, id, { mailedDigest: mailedDigest(id) });

/** Removes the mail code of responses: links in former mails lead nowhere any more. */
export async function eraseAddress(db: EntityManager, address: string) {
  const followed = await forgetAddress(db, address);
  await db.query("update response set mailed_digest = null where id = any($1::uuid[])", [followed]);
  await endConsents(db, followed, ["FOLLOW_UP"], dayOf(new Date()));
}

/** SQL: the day after which nothing more is to be told of a group: its final presentation, or its end before it. */
const toldUntil = `least(g.archived_on, (select max(coalesce(m.done_on, m.ends_on)) from milestone m
  where m.group_id = g.id and m.kind = 'PRESENTATION' and m.cancelled_reason is null))`;

/** Erases the addresses left to be told what follows, once the group has presented what it made of the responses. */
export async function forgetFollowers(db: EntityManager, now: Date, after: string): Promise<number> {
  const left = (await allFollowing(db)).filter(({ kind }) => kind === "ADDRESS");
  const over = await db.query<{ id: string }[]>(
    `select r.id from response r join questionnaire q on q.id = r.questionnaire_id
     join objective o on o.id = q.objective_id join working_group g on g.id = o.group_id
     where r.id = any($1::uuid[]) and ${toldUntil} < $2::date - $3::interval`,
    [left.map(({ responseId }) => responseId), dayOf(now), after],
  );
  for (const { id } of over) await dropFollow(db, "ADDRESS", id);
  const ended = over.map(({ id }) => id);
  await db.query("update response set mailed_digest = null where id = any($1::uuid[])", [ended]);
  await endConsents(db, ended, ["FOLLOW_UP"], dayOf(now));
  return over.length;
}

/** Forgets which sheet of paper a response was typed from, and who collected it: the sheets themselves are destroyed. */
export const forgetPaper = (db: EntityManager, now: Date, after: string) =>
  countOf(
    db,
    `update response set paper_reference = null, batch = null, collected_by = null
     where coalesce(entered_on, submitted_on) < $1::date - $2::interval
       and (paper_reference is not null or batch is not null or collected_by is not null)`,
    [dayOf(now), after],
  );
