import { announced } from "../../meet/meeting/meeting.sql.ts";
import type { GroupFigures, KeyPointNature, MeetingKind, SectorShare } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { grouped, keyed } from "../../../platform/data/batch.ts";
import { linkedCached } from "../../../platform/data/linked.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Questionnaire, Questionnaires } from "../../listen/questionnaire/questionnaire.entity.ts";
import { isPublished } from "../../listen/questionnaire/questionnaire.policy.ts";
import { type Meeting, Meetings } from "../../meet/meeting/meeting.entity.ts";
import { meetingState } from "../../meet/minutes/meeting.state.ts";
import { type KeyPoint, KeyPoints } from "../../understand/keyPoint/keyPoint.entity.ts";
import { readingGroups } from "../../understand/passage/passage.policy.ts";
import { type Synthesis, Syntheses } from "../../understand/synthesis/synthesis.entity.ts";
import { unpublished } from "../../ground/moderation/status.sql.ts";
import { type Figure, tally } from "../../ground/tally/tally.sql.ts";
import { onShortSupplyChains } from "../../ground/theme/theme.sql.ts";
import { awaiting, waiting } from "../../listen/questionnaire/published.queries.ts";
import { stated, working } from "../../understand/keyPoint/keyPoint.sql.ts";
import { published, readByAll } from "../../understand/synthesis/synthesis.sql.ts";
import { publicProposal } from "../../propose/proposal/proposal.sql.ts";
import { foremost } from "./objective.state.ts";

/** SQL condition: `it` is of an objective of a group whose rapporteur the viewer is: they read its unpublished work. */
const ofTheirs = (groups: string) => `(${groups}::uuid[] is null
  or it.objective_id in (select id from objective where group_id = any(${groups}::uuid[])))`;

/** The meetings of a group and of its territories, by date; those of a kind alone where one is given. */
export async function meetingsOf(
  { db, cached }: Context,
  groupId: string,
  kind?: MeetingKind | null,
): Promise<Meeting[]> {
  const ofKind = kind ?? null;
  const loader = cached(
    "group: meetings of groups",
    async (ids) => {
      const tail = `where it.group_id = any($1::uuid[]) and ${announced()} and ($2::text is null or it.kind = $2)
        order by it.starts_at, it.id limit 2000`;
      const rows = await rowsOf(db, Meetings, "group: meetings of groups", tail, [ids, ofKind]);
      return grouped(rows, (row) => row.groupId);
    },
    [ofKind],
  );
  return (await loader(groupId)) ?? [];
}

/** The group's own meeting that comes first, of those that are announced. */
export const nextMeetingOf = async (context: Context, groupId: string) =>
  (await meetingsOf(context, groupId, "NATIONAL")).find(
    (meeting) => meetingState(meeting, null, context.now) === "ANNOUNCED",
  ) ?? null;

/** The questionnaire of a group that is open now: the one that closes first. */
export async function openQuestionnaireOf(context: Context, groupId: string): Promise<Questionnaire | null> {
  const standing = await linkedCached(
    context,
    "group: standing questionnaires",
    Questionnaires,
    `o.group_id as key from questionnaire it join objective o on o.id = it.objective_id
     where o.group_id = any($1::uuid[]) and it.archived_at is null and it.paused_reason is null and not it.of_the_week
     order by it.closes_at`,
    groupId,
  );
  const { now } = context;
  const isOpen = ({ publishedAt, opensAt, closesAt }: Questionnaire) =>
    publishedAt !== null && publishedAt <= now && opensAt <= now && closesAt > now;
  return standing.find(isOpen) ?? null;
}

/** The published questionnaires of an objective, by number. */
export async function questionnairesOf(context: Context, objectiveId: string): Promise<Questionnaire[]> {
  const all = await linkedCached(
    context,
    "group: questionnaires of objectives",
    Questionnaires,
    `it.objective_id as key from questionnaire it
     where it.objective_id = any($1::uuid[]) and not it.of_the_week order by it.number`,
    objectiveId,
  );
  return all.filter((it) => isPublished(it, context.now));
}

/** The one of them that its objective is shown with. */
export const questionnaireOf = async (context: Context, objectiveId: string) =>
  foremost(await questionnairesOf(context, objectiveId), context.now);

/** The synthesis of an objective, once it circulates; the team reads the draft too. */
export const synthesisOf = async (context: Context, objectiveId: string): Promise<Synthesis | null> =>
  (
    await linkedCached(
      context,
      "group: syntheses of objectives",
      Syntheses,
      `it.objective_id as key from synthesis it
       where it.objective_id = any($1::uuid[]) and (${readByAll("it")} or ${ofTheirs("$2")})`,
      objectiveId,
      [readingGroups(context.viewer)],
    )
  )[0] ?? null;

/** SQL condition: the viewer may read a key point `it`: a stated one, or a working one of their groups. */
const readableKeyPoint = (groups: string) => `(${stated("it")} or (${working("it")} and ${ofTheirs(groups)}))`;

/** Natures in the order in which an objective is read: what a word means, then what is found, and what may be done. */
const natures: readonly KeyPointNature[] = [
  "DEFINITION",
  "FINDING",
  "PROBLEM",
  "LEVER",
  "ARGUMENT",
  "OBJECTION",
  "EXAMPLE",
];

/** SQL: place of a key point among those of its objective, as its page shows them. */
const placeOf = (it: string) => `array_position(array['${natures.join("', '")}'], ${it}.nature), ${it}.number`;

interface KeyPointsAsked {
  first?: number | null;
  after?: string | null;
}

/** The stated key points of an objective, by nature and number, those after one of them; the team reads the working ones too. */
export const keyPointsOf = (
  context: Context,
  objectiveId: string,
  { first, after }: KeyPointsAsked,
): Promise<KeyPoint[]> =>
  linkedCached(
    context,
    "group: key points of objectives",
    KeyPoints,
    `parent.id as key from unnest($1::uuid[]) parent (id) cross join lateral (
       select * from key_point it where it.objective_id = parent.id and ${readableKeyPoint("$2")}
         and ($4::uuid is null or (${placeOf("it")}) > (select ${placeOf("last")} from key_point last where last.id = $4))
       order by ${placeOf("it")} limit $3::int) it
     order by ${placeOf("it")}`,
    objectiveId,
    [readingGroups(context.viewer), first == null ? null : Math.max(first, 0), after && isId(after) ? after : null],
  );

/** Number of them. */
export async function keyPointCountOf({ joined, cached, viewer }: Context, objectiveId: string): Promise<number> {
  const groups = readingGroups(viewer);
  const name = "group: key points counted";
  const text = `select it.objective_id as id, count(*)::int as count from key_point it
    where it.objective_id = any($1::uuid[]) and ${readableKeyPoint("$2")} group by 1`;
  const loader = cached(
    name,
    async (ids) => keyed(await joined<{ id: string; count: number }>(name, text, [ids, groups]), ({ id }) => id),
    [groups],
  );
  return (await loader(objectiveId))?.count ?? 0;
}

/** Counts of an objective: responses, and the contributions they made. */
interface ObjectiveCounts {
  id: string;
  responses: number;
  contributions: number;
  unpublished: number;
  /** Responses that name a sector, and responses that name one other than food. */
  withSector: number;
  beyondFood: number;
  /** True where looking beyond food means something. */
  onFood: boolean;
}

/** A figure of the questionnaires of an objective `o`. */
const ofObjective = (figure: Figure) => tally(figure, "select id from questionnaire where objective_id = o.id");

const noCounts = { responses: 0, contributions: 0, unpublished: 0, withSector: 0, beyondFood: 0, onFood: false };

/** Counts of an objective; those of all the objectives on a page come together. */
export const countsOf = async ({ db, batch }: Context, objectiveId: string): Promise<Omit<ObjectiveCounts, "id">> =>
  (await batch("group: counts of objectives", async (ids) => {
    const rows = await prepared<ObjectiveCounts>(
      db,
      "group: counts of objectives",
      `select o.id, ${ofObjective("responses")} as responses, ${tally("texts", "o.id")} as contributions,
         ${tally("unpublished", "o.id")} - w.unpublished as unpublished,
         ${ofObjective("responses.sector")} - w.with_sector as "withSector",
         ${ofObjective("responses.beyondFood")} - w.beyond_food as "beyondFood",
         ${onShortSupplyChains("(select theme_id from working_group where id = o.group_id)")} as "onFood"
       from objective o
       cross join lateral (
         select coalesce(sum(x.texts), 0)::int as unpublished, (count(*) filter (where r.speaks_as <> 'GROUP' and sectors <> '{}'))::int as with_sector,
           (count(*) filter (where r.speaks_as <> 'GROUP' and not sectors <@ '{FOOD}'))::int as beyond_food
         from questionnaire q join response r on r.questionnaire_id = q.id and ${waiting("r")}
         cross join lateral (select count(*) as texts from contribution c where c.response_id = r.id and ${unpublished("c")}) x
         where q.objective_id = o.id
       ) w
       where o.id = any($1::uuid[])`,
      [ids],
    );
    return keyed(rows, (row) => row.id);
  })(objectiveId)) ?? noCounts;

/** The measure of « beyond food » of an objective; null where it is not told, and where nobody named a sector. */
export async function beyondFoodOf(context: Context, objectiveId: string): Promise<SectorShare | null> {
  const { withSector, beyondFood, onFood } = await countsOf(context, objectiveId);
  return onFood && withSector ? { responses: withSector, beyondFood } : null;
}

type Figures = Omit<GroupFigures, "__typename">;

/** The chain of a group in numbers, whatever the number of groups: what people answered, and what acts of the team made of it. */
export async function figuresOf({ db, batch, cached }: Context, groupId: string): Promise<Figures> {
  const read = (name: string, text: string) => async (ids: string[]) =>
    keyed(await prepared<Figures & { id: string }>(db, name, text, [ids]), (row) => row.id);
  const [answered, made] = await Promise.all([
    batch("group: figures of groups", read("group: figures of groups", answers))(groupId),
    cached("group: figures of acts", read("group: figures of acts", acts))(groupId),
  ]);
  return { ...made!, ...answered! };
}

const ofGroup = (figure: Figure) =>
  tally(figure, "select q.id from questionnaire q join objective o on o.id = q.objective_id where o.group_id = g.id");

const answers = `
  select g.id, ${ofGroup("responses")} as responses, ${ofGroup("responses.unpublished")} - r.unpublished as unpublished,
    ${ofGroup("responses.sector")} - r.with_sector as "responsesWithSector",
    ${ofGroup("responses.beyondFood")} - r.beyond_food as "responsesBeyondFood",
    ${tally("texts", "g.theme_id")} as contributions
  from working_group g
  cross join lateral (
    select (count(*) filter (where ${unpublished("r")}))::int as unpublished, (count(*) filter (where r.sectors <> '{}'))::int as with_sector,
      (count(*) filter (where not r.sectors <@ '{FOOD}'))::int as beyond_food
    from objective o join questionnaire q on q.objective_id = o.id join response r on r.questionnaire_id = q.id and ${awaiting("r")}
    where o.group_id = g.id
  ) r
  where g.id = any($1::uuid[])`;

const acts = `
  select g.id,
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
    select count(*)::int as handovers, count(h.replied_on)::int as replies
    from handover h join proposal p on p.id = h.proposal_id
    where p.group_id = g.id and h.contacted_on is not null
  ) h
  where g.id = any($1::uuid[])`;
