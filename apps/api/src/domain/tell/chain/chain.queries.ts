import type { MilestoneKind, SynthesisState } from "../../../graphql/resolvers.generated.ts";
import { grouped } from "../../../platform/data/batch.ts";
import { withInstants } from "../../../platform/data/joined.ts";
import type { Context } from "../../../platform/context.ts";
import { dayOf, zone } from "../../../platform/day.ts";
import { counted, held } from "../../ground/moderation/status.sql.ts";
import { openAmendment } from "../../propose/amendment/amendment.sql.ts";
import {
  adoptedProposal,
  draftProposal,
  keptProposal,
  openProposal,
  stabilisedProposal,
} from "../../propose/proposal/proposal.sql.ts";
import { notMerged, stated } from "../../understand/keyPoint/keyPoint.sql.ts";
import { theirs, withoutEnd } from "../../understand/reading/reading.filter.ts";

/** Most things that a link counts, and most that are told to wait there. */
const [mostThere, mostWaiting] = [500, 100];

/** All that the chain of an objective is told from: days, and numbers that stop at a bound. */
export interface ChainRow {
  id: string;
  slug: string;
  groupId: string;
  groupSlug: string;
  smallTeam: boolean;
  questionnaire: string | null;
  opensAt: Date;
  closesAt: Date;
  publishedAt: Date | null;
  archivedAt: Date | null;
  pausedReason: string | null;
  composedById: string | null;
  publicationAskedById: string | null;
  askedOn: string | null;
  responses: number;
  /** Regions without a response, while there may be one. */
  silent: string[];
  texts: boolean;
  unread: number;
  unreadSince: string | null;
  stated: number;
  working: number;
  synthesis: string | null;
  synthesisState: Exclude<SynthesisState, "SUPERSEDED"> | null;
  version: number | null;
  publishedOn: string | null;
  underWay: Exclude<SynthesisState, "SUPERSEDED"> | null;
  circulatedOn: string | null;
  circulatedById: string | null;
  proposals: number;
  publicProposals: number;
  toConfirm: number;
  amendments: number;
  amendmentsSince: string | null;
  handovers: number;
  overdue: number;
  overdueSince: string | null;
  toCarry: number;
  replies: number;
  repliesToConfirm: number;
  repliesSince: string | null;
  withoutEnd: number;
  /** Days that the calendar says of what is to come: the questionnaire, the synthesis, then of the whole group. */
  questionnaireDue: string | null;
  synthesisDue: string | null;
  presentationDue: string | null;
  handoverDue: string | null;
}

/** SQL: the number of some rows, up to a bound. */
const some = (rows: string, most = mostWaiting) =>
  `(select count(*)::int from (select from ${rows} limit ${most}) counted)`;

/**
 * SQL: the day of the next step of a kind in the calendar of the group, of the objective alone or of all: its first day,
 * or the last once it has begun. Where all are over and none was said done, the last day of the latest.
 */
const next = (kind: MilestoneKind, ofObjective: boolean) => `(
  select (case when x.starts_on > (select $3::date) then x.starts_on else x.ends_on end)::text from milestone x
  where x.group_id = o.group_id and x.kind = '${kind}' and x.cancelled_reason is null and x.done_on is null
    ${ofObjective ? "and x.objective_id = o.id" : ""}
  order by x.ends_on < (select $3::date), case when x.ends_on >= (select $3::date) then x.starts_on end, x.ends_on desc limit 1)`;

/** SQL condition: a questionnaire is out, and its first day came. */
const begun = (it: string) => `(${it}.published_at is not null and ${it}.opens_at <= (select $2::timestamptz))`;

/** SQL: the questionnaire of an objective: what is public stands before a draft, and what is open before the rest. */
const questionnaire = `select it.*, (select max(j.recorded_on) from journal_entry j
    where j.subject_id = it.id and j.event = 'questionnaire.publicationAsked') as asked_on
  from questionnaire it where it.objective_id = o.id and not it.template and not it.of_the_week
    and (it.archived_at is null or it.published_at is not null)
  order by it.published_at is null, (${begun("it")} and it.archived_at is null
    and it.closes_at > (select $2::timestamptz)) desc, it.number desc limit 1`;

/** SQL: texts of an objective that somebody reads for all. */
const texts = () => `contribution c where c.objective_id = o.id and ${theirs("array[o.group_id]")}`;

/**
 * SQL: proposals that rest on the objective, by its words or by its key points, as many as are told to wait. Along the
 * links of its words, each leads to the next one of a proposal that was not met, until there are enough.
 */
const resting = `with recursive met(statement_id, ids) as (
    select null::uuid, '{}'::uuid[]
    union all
    select next.id, m.ids || next.proposal_id from met m cross join lateral (
      select sp.statement_id as id, st.proposal_id from statement_passage sp
      cross join lateral (select s.proposal_id from statement s where s.id = sp.statement_id offset 0) st
      cross join lateral (select s.state from proposal s where s.id = st.proposal_id offset 0) p
      where sp.objective_id = o.id and sp.statement_id > coalesce(m.statement_id, '00000000-0000-0000-0000-000000000000')
        and st.proposal_id <> all(m.ids) and ${keptProposal("p")}
      order by sp.statement_id limit 1) next
    where cardinality(m.ids) < ${mostWaiting}),
  worded as (select ids from met order by cardinality(ids) desc limit 1)
  select p.id, p.state, p.publication_asked_by_id from proposal p where p.id = any(array(
    select unnest(ids) from worded
    union
    select st.proposal_id from worded join key_point k on cardinality(worded.ids) < ${mostWaiting} and k.objective_id = o.id
      join statement_key_point sk on sk.key_point_id = k.id join statement st on st.id = sk.statement_id))
    and ${keptProposal("p")}
  limit ${mostWaiting}`;

const chain = () => `
  select o.id, o.slug, o.group_id as "groupId", w.slug as "groupSlug", w.small_team as "smallTeam",
    q.slug as questionnaire, q.opens_at as "opensAt", q.closes_at as "closesAt", q.published_at as "publishedAt",
    q.archived_at as "archivedAt", q.paused_reason as "pausedReason", q.composed_by_id as "composedById",
    q.publication_asked_by_id as "publicationAskedById", q.asked_on::text as "askedOn",
    ${some(`response r where r.questionnaire_id = q.id and ${counted("r")} and r.speaks_as <> 'GROUP' order by r.submitted_on`, mostThere)} as responses,
    case when q.published_at <= (select $2::timestamptz) and q.closes_at > (select $2::timestamptz) then array(select t.id from territory t where t.kind = 'REGION'
      and not exists (select from response r where r.questionnaire_id = q.id and r.region_id = t.id)) else '{}' end as silent,
    (select true from ${texts()} order by c.status limit 1) is not null as texts, n.unread, n."unreadSince",
    ${some(`key_point k where k.objective_id = o.id and ${stated("k")}`, mostThere)} as stated,
    ${some(`key_point k where k.objective_id = o.id and ${notMerged("k")} and not ${stated("k")}`)} as working,
    s.slug as synthesis, s.state as "synthesisState", s.version,
    (select (v.published_at at time zone '${zone}')::date::text from synthesis_version v
      where v.synthesis_id = s.id and v.version = s.version) as "publishedOn",
    u.state as "underWay", u.circulated_on::text as "circulatedOn", u.circulated_by_id as "circulatedById",
    coalesce(cardinality(p.ids), 0) as proposals, coalesce(p.public, 0)::int as "publicProposals",
    coalesce(p.asked, 0)::int + ${some(`recorded_adoption a join proposal d on d.id = a.proposal_id
      where d.id = any(p.ids) and ${stabilisedProposal("d")}`)} as "toConfirm",
    m.amendments, m."amendmentsSince",
    ${some(`handover h where h.proposal_id = any(p.ids) and h.contacted_on is not null`)} as handovers,
    h.overdue, h."overdueSince",
    ${some(`proposal d where d.id = any(p.ids) and ${adoptedProposal("d")}
      and not exists (select from handover h where h.proposal_id = d.id)`)} as "toCarry",
    ${some("handover h where h.proposal_id = any(p.ids) and h.replied_on is not null")} as replies,
    y."repliesToConfirm", y."repliesSince",
    case when s.state is null then 0 else ${some(`contribution c where c.objective_id = o.id and ${withoutEnd()} and c.readers > 0`)} end as "withoutEnd",
    ${next("ONLINE_EXCHANGE", true)} as "questionnaireDue", ${next("CHECKPOINT", true)} as "synthesisDue",
    ${next("PRESENTATION", false)} as "presentationDue", ${next("HANDOVER", false)} as "handoverDue"
  from objective o
  join working_group w on w.id = o.group_id
  left join lateral (${questionnaire}) q on true
  cross join lateral (select count(*)::int as unread, min(x.since)::text as "unreadSince" from (
    select greatest(c.contributed_on, c.imported_on) as since from ${texts()} and c.readers = 0 order by c.contributed_on limit ${mostWaiting}) x) n
  left join synthesis s on s.objective_id = o.id
  left join lateral (select v.state, v.circulated_on, v.circulated_by_id from synthesis_version v
    where v.synthesis_id = s.id order by v.version desc limit 1) u on true
  cross join lateral (select array_agg(x.id) as ids, count(*) filter (where not ${draftProposal("x")}) as public,
    count(*) filter (where ${draftProposal("x")} and x.publication_asked_by_id is not null) as asked
    from (${resting}) x) p
  cross join lateral (select count(*)::int as amendments, min(x.proposed_on)::text as "amendmentsSince" from (
    select a.proposed_on from amendment a join proposal d on d.id = a.proposal_id and ${openProposal("d")}
    where a.proposal_id = any(p.ids) and ${openAmendment("a")} limit ${mostWaiting}) x) m
  cross join lateral (select count(*)::int as overdue, min(x.reply_by)::text as "overdueSince" from (
    select h.reply_by from handover h where h.proposal_id = any(p.ids) and h.handed_over_on is not null
      and h.replied_on is null and h.ended_as is null and h.reply_by < (select $3::date) limit ${mostWaiting}) x) h
  cross join lateral (select count(*)::int as "repliesToConfirm", min(x.sent_on)::text as "repliesSince" from (
    select r.sent_on from handover h join office_reply r on r.handover_id = h.id and ${held("r")}
    where h.proposal_id = any(p.ids) limit ${mostWaiting}) x) y
  where o.group_id = any($1::uuid[]) and o.withdrawn_on is null
  order by ${begun("q")} is not true, case when ${begun("q")} then -o.number else o.number end, o.id limit 60`;

/** Rows that the chain of a group is drawn from: objectives that began, the last one first, then those to come. */
export const chainRows = async ({ joined, batch, now }: Context, groupId: string): Promise<ChainRow[]> =>
  (await batch("chain: of groups", async (ids) => {
    const rows = await joined<ChainRow>("chain: of groups", chain(), [ids, now, dayOf(now)]);
    return grouped(withInstants(rows, ["opensAt", "closesAt", "publishedAt", "archivedAt"]), (row) => row.groupId);
  })(groupId)) ?? [];
