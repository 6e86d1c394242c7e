import { announced } from "../../meet/meeting/meeting.sql.ts";
import type { GroupFigures, SectorShare } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { grouped, keyed } from "../../../platform/data/batch.ts";
import { columnsOf, prepared, rowsOf } from "../../../platform/data/statement.ts";
import { type Questionnaire, Questionnaires } from "../../listen/questionnaire/questionnaire.entity.ts";
import { type Meeting, Meetings } from "../../meet/meeting/meeting.entity.ts";
import { meetingState } from "../../meet/minutes/meeting.state.ts";
import { type KeyPoint, KeyPoints } from "../../understand/keyPoint/keyPoint.entity.ts";
import { readingGroups } from "../../understand/passage/passage.policy.ts";
import { type Synthesis, Syntheses } from "../../understand/synthesis/synthesis.entity.ts";
import { counted, unpublished, visible } from "../../ground/moderation/status.sql.ts";
import { cameTold, toldInCounts } from "../../listen/questionnaire/published.queries.ts";
import { stated, working } from "../../understand/keyPoint/keyPoint.sql.ts";
import { published, readByAll } from "../../understand/synthesis/synthesis.sql.ts";
import { publicProposal } from "../../propose/proposal/proposal.sql.ts";

/** SQL condition: `it` is of an objective of a group whose rapporteur the viewer is: they read its unpublished work. */
const ofTheirs = (groups: string) => `(${groups}::uuid[] is null
  or it.objective_id in (select id from objective where group_id = any(${groups}::uuid[])))`;

/** The meetings of a group and of its territories, by date. */
export const meetingsOf = async ({ db, batch }: Context, groupId: string): Promise<Meeting[]> =>
  (await batch("group: meetings of groups", async (ids) => {
    const tail = `where it.group_id = any($1::uuid[]) and ${announced()} order by it.starts_at, it.id limit 2000`;
    return grouped(await rowsOf(db, Meetings, "group: meetings of groups", tail, [ids]), (row) => row.groupId);
  })(groupId)) ?? [];

/** The group's own meeting that comes first, of those that are announced. */
export const nextMeetingOf = async (context: Context, groupId: string) =>
  (await meetingsOf(context, groupId)).find(
    (meeting) => meeting.kind === "NATIONAL" && meetingState(meeting, null, context.now) === "ANNOUNCED",
  ) ?? null;

/** The questionnaire of a group that is open now: the one that closes first. */
export const openQuestionnaireOf = async (
  { db, batch, now }: Context,
  groupId: string,
): Promise<Questionnaire | null> =>
  (await batch("group: open questionnaires", async (ids) => {
    const rows = await prepared<Questionnaire & { groupId: string }>(
      db,
      "group: open questionnaires",
      `select ${columnsOf(db, Questionnaires)}, o.group_id as "groupId"
       from questionnaire it join objective o on o.id = it.objective_id
       where o.group_id = any($1::uuid[]) and it.published_at <= $2 and it.archived_at is null
         and it.paused_reason is null and it.opens_at <= $2 and it.closes_at > $2
         and not it.of_the_week
       order by it.closes_at desc`,
      [ids, now],
    );
    return keyed(rows, (row) => row.groupId);
  })(groupId)) ?? null;

/** The published questionnaire of an objective. */
export const questionnaireOf = async (
  { db, batch, now }: Context,
  objectiveId: string,
): Promise<Questionnaire | null> =>
  (await batch("group: questionnaires of objectives", async (ids) => {
    const tail =
      "where it.objective_id = any($1::uuid[]) and it.published_at <= $2 and not it.of_the_week order by it.number desc";
    const rows = await rowsOf(db, Questionnaires, "group: questionnaires of objectives", tail, [ids, now]);
    return keyed(rows, (row) => row.objectiveId);
  })(objectiveId)) ?? null;

/** The synthesis of an objective, once it circulates; the team reads the draft too. */
export const synthesisOf = async ({ db, batch, viewer }: Context, objectiveId: string): Promise<Synthesis | null> =>
  (await batch("group: syntheses of objectives", async (ids) => {
    const tail = `where it.objective_id = any($1::uuid[]) and (${readByAll("it")} or ${ofTheirs("$2")})`;
    const rows = await rowsOf(db, Syntheses, "group: syntheses of objectives", tail, [ids, readingGroups(viewer)]);
    return keyed(rows, (row) => row.objectiveId);
  })(objectiveId)) ?? null;

/** The stated key points of an objective; the team reads the working ones too. */
export const keyPointsOf = async ({ db, batch, viewer }: Context, objectiveId: string): Promise<KeyPoint[]> =>
  (await batch("group: key points of objectives", async (ids) => {
    const tail = `where it.objective_id = any($1::uuid[]) and (${stated("it")} or (${working("it")} and ${ofTheirs("$2")})) order by it.number`;
    const rows = await rowsOf(db, KeyPoints, "group: key points of objectives", tail, [ids, readingGroups(viewer)]);
    return grouped(rows, (row) => row.objectiveId);
  })(objectiveId)) ?? [];

/** Counts of an objective: responses, and the contributions they made. */
interface ObjectiveCounts {
  id: string;
  responses: number;
  contributions: number;
  unpublished: number;
  /** Responses that name a sector, and responses that name one other than food. */
  withSector: number;
  beyondFood: number;
}

const noCounts = { responses: 0, contributions: 0, unpublished: 0, withSector: 0, beyondFood: 0 };

/** Counts of an objective; those of all the objectives on a page come together. */
export const countsOf = async ({ db, batch }: Context, objectiveId: string): Promise<Omit<ObjectiveCounts, "id">> =>
  (await batch("group: counts of objectives", async (ids) => {
    const rows = await prepared<ObjectiveCounts>(
      db,
      "group: counts of objectives",
      `select o.id, coalesce(r.responses, 0)::int as responses, coalesce(c.contributions, 0)::int as contributions,
         coalesce(c.unpublished, 0)::int as unpublished, coalesce(r.with_sector, 0)::int as "withSector",
         coalesce(r.beyond_food, 0)::int as "beyondFood"
       from objective o
       left join lateral (
         select count(*) as responses,
           count(*) filter (where sectors <> '{}' and ${toldInCounts("r")}) as with_sector,
           count(*) filter (where not sectors <@ '{FOOD}' and ${toldInCounts("r")}) as beyond_food
         from response r join questionnaire q on q.id = r.questionnaire_id
         where q.objective_id = o.id and ${counted("r")} and r.speaks_as <> 'GROUP'
       ) r on true
       left join lateral (
         select count(*) filter (where ${visible("c")}) as contributions,
           count(*) filter (where ${unpublished("c")} and ${cameTold("c")}) as unpublished
         from contribution c where c.objective_id = o.id
       ) c on true
       where o.id = any($1::uuid[])`,
      [ids],
    );
    return keyed(rows, (row) => row.id);
  })(objectiveId)) ?? noCounts;

/** The measure of « beyond food » of an objective; null where its questionnaire asks for no sector. */
export async function beyondFoodOf(context: Context, objectiveId: string): Promise<SectorShare | null> {
  const { withSector, beyondFood } = await countsOf(context, objectiveId);
  return withSector ? { responses: withSector, beyondFood } : null;
}

type Figures = Omit<GroupFigures, "__typename">;

/** The chain of a group in numbers, in one statement whatever the number of groups. */
export const figuresOf = async ({ db, batch }: Context, groupId: string): Promise<Figures> =>
  (await batch("group: figures of groups", async (ids) => {
    const rows = await prepared<Figures & { id: string }>(db, "group: figures of groups", figures, [ids]);
    return keyed(rows, (row) => row.id);
  })(groupId))!;

const figures = `
  select g.id, r.responses, r.unpublished, r."responsesWithSector", r."responsesBeyondFood",
    (select count(*)::int from contribution c where c.theme_id = g.theme_id and ${visible("c")}) as contributions,
    (select count(*)::int from key_point k join objective o on o.id = k.objective_id
     where o.group_id = g.id and ${stated("k")}) as "keyPoints",
    (select count(*)::int from synthesis s join objective o on o.id = s.objective_id
     where o.group_id = g.id and ${published("s")}) as "synthesesPublished",
    (select count(*)::int from proposal p where p.group_id = g.id and ${publicProposal("p")}) as proposals,
    (select count(distinct a.interlocutor_id)::int from ask a join proposal p on p.id = a.proposal_id
     where p.group_id = g.id and ${publicProposal("p")}) as interlocutors,
    h.handovers, h.replies
  from working_group g
  cross join lateral (
    select count(*)::int as responses,
      count(*) filter (where ${unpublished("r")} and ${toldInCounts("r")})::int as unpublished,
      count(*) filter (where r.sectors <> '{}' and ${toldInCounts("r")})::int as "responsesWithSector",
      count(*) filter (where not r.sectors <@ '{FOOD}' and ${toldInCounts("r")})::int as "responsesBeyondFood"
    from response r
    join questionnaire q on q.id = r.questionnaire_id
    join objective o on o.id = q.objective_id
    where o.group_id = g.id and ${counted("r")} and r.speaks_as <> 'GROUP'
  ) r
  cross join lateral (
    select count(*)::int as handovers, count(h.replied_on)::int as replies
    from handover h join proposal p on p.id = h.proposal_id
    where p.group_id = g.id and h.contacted_on is not null
  ) h
  where g.id = any($1::uuid[])`;
