/**
 * Recent moves, read from what is public today: nothing is noted as it happens, so that what is hidden, withdrawn or
 * unpublished since is never told. `$1` is the oldest instant told, `$2` is now.
 */
import { zone } from "../../../platform/day.ts";
import { isOpened } from "../../ground/group/group.sql.ts";
import { readableDocument } from "../../meet/document/document.sql.ts";
import { announced } from "../../meet/meeting/meeting.sql.ts";
import { publishedMinutes } from "../../meet/minutes/minutes.sql.ts";
import { endedProposal, standingProposal } from "../../propose/proposal/proposal.sql.ts";
import { published } from "../../understand/synthesis/synthesis.sql.ts";

interface Select {
  kind: string;
  /** Names the event with its kind, once and for all. */
  of: string;
  /** Instant from which it is known. */
  at: string;
  /** The day it is from, where that is another one. */
  on?: string;
  /** True where no instant is known, the day alone. */
  dayOnly?: string;
  title: string;
  detail?: string;
  stance?: string;
  path: string;
  group: string;
  objectives?: string;
  /** A territory, and its regions with it. */
  territory?: string;
  proposal?: string;
  meeting?: string;
  office?: string;
  from: string;
}

const dayOf = (instant: string) => `((${instant}) at time zone '${zone}')::date`;
const weekOf = (instant: string) => `date_trunc('week', ${instant}::timestamptz at time zone '${zone}')::date`;
const startOf = (day: string) => `(${day}::timestamp at time zone '${zone}')`;

/** The instant at which an act on a row was written down, under a condition `j`; null where none was, as for what was imported. */
const recorded = (event: string, id: string, which = "true") =>
  `(select max(j.recorded_at) from journal_entry j where j.subject_type = '${event.split(".")[0]}' and j.subject_id = ${id}
     and j.event = '${event}' and ${which})`;

/** Date at which a handing over was recorded: a later correction moves nothing. */
const handedAt = recorded("handover.handed", "h.id", "j.data->'from'->>'handedOverOn' is null");

const objectiveOf = (it: string) => `join objective o on o.id = ${it}.objective_id and o.withdrawn_on is null`;
const opens = "greatest(q.opens_at, q.published_at)";
const isOpen = `q.published_at <= $2 and q.opens_at <= $2 and q.closes_at > $2 and q.archived_at is null
  and q.paused_reason is null and not q.template`;
const handed = `handover h join proposal p on p.id = h.proposal_id and ${standingProposal("p")}
  join interlocutor i on i.id = h.interlocutor_id`;
const meetingObjectives = "(select array_agg(x.objective_id) from meeting_objective x where x.meeting_id = m.id)";

/**
 * An event of a meeting that was announced, by the last act that says so: among the acts of the days that are told, since
 * thousands of meetings may be to come.
 */
const ofMeeting = (kind: string, event: string, of: string, where: string): Select => ({
  kind,
  ...{ of, at: "t.at", title: "m.title", path: "'/meetings/' || m.slug", group: "m.group_id", meeting: "m.id" },
  ...{ objectives: meetingObjectives, territory: "m.territory_id" },
  from: `(select j.subject_id as id, max(j.recorded_at) as at from journal_entry j
      where j.event = '${event}' and j.subject_type = 'meeting' and j.recorded_at > $1 group by 1) t
    join meeting m on m.id = t.id where ${announced("m")} and ${where}`,
});

/**
 * The days of the last errata beside texts that no longer change: one that was taken away is told no more. Found by their
 * day: most texts have none.
 */
const errataOf = (it: "erratum" | "minutes_erratum", to: "proposal_id" | "minutes_id") =>
  `(select distinct e.${to}, e.added_on from ${it} e where e.added_on >= ${dayOf("$1")}) e`;

const erratumDay = (event: string, to: string) => {
  const at = recorded(event, to, `${dayOf("j.recorded_at")} = e.added_on`);
  return { at: `coalesce(${at}, ${startOf("e.added_on")})`, on: "e.added_on", dayOnly: `${at} is null` };
};

/** A proposal that is over, by the act that ended it: it stays to be read, with its reason. */
const ended = (kind: string, event: string, state: "SET_ASIDE" | "WITHDRAWN" | "MERGED" | "SPLIT"): Select => ({
  kind,
  ...{ of: `p.id || ' ' || ${dayOf("j.at")}`, at: "j.at", title: "p.title", path: "'/proposals/' || p.slug" },
  ...{ group: "p.group_id", proposal: "p.id" },
  from: `proposal p cross join lateral (select ${recorded(event, "p.id")} as at) j where ${endedProposal("p", state)}`,
});

const onceMoved = "m.id || ' ' || (extract(epoch from t.at) * 1000)::bigint";

const selects: Select[] = [
  {
    kind: "QUESTIONNAIRE_OPENED",
    ...{ of: "q.id::text", at: opens, title: "q.title", path: "'/questionnaires/' || q.slug" },
    ...{ group: "o.group_id", objectives: "array[o.id]" },
    from: `questionnaire q ${objectiveOf("q")} where ${isOpen} and not q.of_the_week`,
  },
  {
    kind: "QUESTIONNAIRE_CLOSING",
    ...{ of: `q.id || ' ' || ${dayOf("q.closes_at")}`, at: "q.closes_at - interval '3 days'", title: "q.title" },
    ...{ path: "'/questionnaires/' || q.slug", group: "o.group_id", objectives: "array[o.id]" },
    from: `questionnaire q ${objectiveOf("q")} where ${isOpen} and not q.of_the_week
      and ${opens} < q.closes_at - interval '4 days'`,
  },
  {
    kind: "WEEK_QUESTION",
    ...{ of: "w.id::text", at: `greatest(w.asked_at, ${startOf("w.week")}, ${opens})`, title: "k.label" },
    ...{ path: "'/questionnaires/' || q.slug", group: "w.group_id", objectives: "array[o.id]" },
    from: `week_question w join question k on k.id = w.question_id join questionnaire q on q.id = k.questionnaire_id
      ${objectiveOf("q")} where w.withdrawn_on is null and w.week = ${weekOf("$2")} and ${isOpen}`,
  },
  {
    kind: "SYNTHESIS_PUBLISHED",
    ...{ of: `s.id || ' ' || ${dayOf("v.published_at")}`, at: "v.published_at", title: "s.title" },
    ...{ detail: "v.version::text", path: "'/syntheses/' || s.slug", group: "o.group_id", objectives: "array[o.id]" },
    from: `synthesis s join synthesis_version v on v.synthesis_id = s.id and v.version = s.version and ${published("v")}
      ${objectiveOf("s")} where true`,
  },
  {
    kind: "PROPOSAL_PUBLISHED",
    ...{ of: "p.id::text", at: "v.kept_at", title: "p.title", path: "'/proposals/' || p.slug" },
    ...{ group: "p.group_id", proposal: "p.id" },
    from: `proposal p join proposal_version v on v.proposal_id = p.id and v.number = 1 where ${standingProposal("p")}`,
  },
  {
    kind: "PROPOSAL_CHANGED",
    ...{
      of: `p.id || ' ' || ${dayOf("v.kept_at")}`,
      at: "v.kept_at",
      title: "p.title",
      path: "'/proposals/' || p.slug",
    },
    ...{ group: "p.group_id", proposal: "p.id" },
    from: `proposal p cross join lateral (
        select distinct on (${dayOf("w.kept_at")}) w.kept_at from proposal_version w
        where w.proposal_id = p.id and w.number > 1 order by ${dayOf("w.kept_at")}, w.number desc
      ) v where ${standingProposal("p")}`,
  },
  {
    kind: "PROPOSAL_ADOPTED",
    ...{ of: "p.id::text", at: `coalesce(${recorded("proposal.adopted", "p.id")}, ${startOf("a.decided_on")})` },
    ...{ on: "a.decided_on", dayOnly: `${recorded("proposal.adopted", "p.id")} is null`, title: "p.title" },
    ...{ path: "'/proposals/' || p.slug", group: "p.group_id", proposal: "p.id" },
    from: `adoption a join proposal p on p.id = a.proposal_id and ${standingProposal("p")} where true`,
  },
  {
    kind: "PROPOSAL_CORRECTED",
    ...{ of: "p.id || ' ' || e.added_on", ...erratumDay("proposal.erratumAdded", "p.id") },
    ...{ title: "p.title", path: "'/proposals/' || p.slug", group: "p.group_id", proposal: "p.id" },
    from: `${errataOf("erratum", "proposal_id")} join proposal p on p.id = e.proposal_id and ${standingProposal("p")} where true`,
  },
  ended("PROPOSAL_SET_ASIDE", "proposal.setAside", "SET_ASIDE"),
  ended("PROPOSAL_WITHDRAWN", "proposal.withdrawn", "WITHDRAWN"),
  ended("PROPOSAL_MERGED", "proposal.merged", "MERGED"),
  ended("PROPOSAL_SPLIT", "proposal.split", "SPLIT"),
  {
    kind: "PROPOSAL_CARRIED",
    ...{ of: "h.id::text", at: `coalesce(${handedAt}, ${startOf("h.handed_over_on")})` },
    ...{ on: "h.handed_over_on", dayOnly: `${handedAt} is null`, title: "p.title" },
    ...{ detail: "i.name", path: "'/handovers/' || h.id", group: "p.group_id", proposal: "p.id", office: "i.id" },
    ...{ territory: "coalesce(i.territory_id, h.carrier_territory_id)" },
    from: `${handed} where h.handed_over_on is not null`,
  },
  {
    kind: "PROPOSAL_REPLIED",
    ...{ of: "h.id::text", at: `coalesce(${recorded("handover.replied", "h.id")}, ${startOf("h.replied_on")})` },
    ...{ on: "h.replied_on", dayOnly: `${recorded("handover.replied", "h.id")} is null`, title: "p.title" },
    ...{ detail: "i.name", stance: "h.reply_stance", path: "'/handovers/' || h.id", group: "p.group_id" },
    ...{ proposal: "p.id", office: "i.id", territory: "coalesce(i.territory_id, h.carrier_territory_id)" },
    from: `${handed} where h.replied_on is not null`,
  },
  ofMeeting("MEETING_ANNOUNCED", "meeting.announced", "m.id::text", "m.cancelled_reason is null and m.starts_at > $2"),
  ofMeeting("MEETING_MOVED", "meeting.moved", onceMoved, "m.cancelled_reason is null and m.starts_at > $2"),
  ofMeeting("MEETING_CANCELLED", "meeting.cancelled", onceMoved, "m.cancelled_reason is not null and m.starts_at > $2"),
  {
    kind: "MINUTES_PUBLISHED",
    ...{
      of: "m.id::text",
      at: "r.published_at",
      title: "m.title",
      path: "'/meetings/' || m.slug",
      group: "m.group_id",
    },
    ...{ meeting: "m.id", objectives: meetingObjectives, territory: "m.territory_id" },
    // Newest first, so that meetings of a group are looked up until enough are found: thousands may have minutes.
    from: `(select r.meeting_id, r.published_at from minutes r where ${publishedMinutes("r")} order by r.published_at desc) r
      join meeting m on m.id = r.meeting_id and ${announced("m")} where true`,
  },
  {
    kind: "MINUTES_CORRECTED",
    ...{ of: "m.id || ' ' || e.added_on", ...erratumDay("minutes.erratumAdded", "r.id") },
    ...{ title: "m.title", path: "'/meetings/' || m.slug", group: "m.group_id", meeting: "m.id" },
    ...{ objectives: meetingObjectives, territory: "m.territory_id" },
    from: `${errataOf("minutes_erratum", "minutes_id")} join minutes r on r.id = e.minutes_id and ${publishedMinutes("r")}
      join meeting m on m.id = r.meeting_id and ${announced("m")} where true`,
  },
  {
    kind: "DOCUMENT_PUBLISHED",
    ...{ of: "d.id || ' ' || d.published_on", at: startOf("d.published_on"), on: "d.published_on", dayOnly: "true" },
    ...{ title: "d.title", path: "'/documents/' || d.slug", group: "d.group_id" },
    from: `document d where ${readableDocument("d")}`,
  },
];

const sqlOf = (it: Select) => `
  select '${it.kind}' as kind, '${it.kind} ' || ${it.of} as thing, ${it.at} as at, ${it.on ?? dayOf(it.at)} as day,
    ${it.dayOnly ?? "false"} as day_only, ${it.title} as title, ${it.detail ?? "null"} as detail,
    ${it.stance ?? "null"} as stance, ${it.path} as path, ${it.group} as group_id,
    array[${it.group}, ${it.proposal ?? "null"}, ${it.meeting ?? "null"}, ${it.office ?? "null"}]::uuid[]
      || ${it.objectives ?? "null"}::uuid[] as subjects, ${it.territory ?? "null"}::uuid as territory_id
  from ${it.from}`;

/**
 * The instants behind a sub-select, where the planner does not look: the plan is the same for all of them, and kept.
 * Planned for each one, the query takes six times as long as it reads.
 */
const planned = (sql: string) =>
  sql.replaceAll("$1", "(select $1::timestamptz)").replaceAll("$2", "(select $2::timestamptz)");

const told = `e.at > $1 and e.at <= $2 and (e.group_id is null or ${isOpened("e.group_id")})`;

const columns = `e.kind, e.thing, e.at, e.day as "on", e.day_only as "dayOnly", e.title, e.detail, e.stance, e.path,
    e.group_id as "groupId", array_remove(e.subjects || array[t.id, t.region_id, t.region2012_id], null) as subjects`;

/** SQL: newest first; of those of one instant, by the number that ends their address, as questionnaires opened at once. */
export const newestFirst = (it: string) => `${it}.at desc, ${it}.kind, length(${it}.path), ${it}.path, ${it}.thing`;

const newest = (most: number) => `order by ${newestFirst("e")} limit ${most}`;

/**
 * Query: events from `$1` to `$2`, newest first: `subjects` are the ids of all that each concerns. `where` is a condition
 * on the row `e`.
 */
export const newsSql = (most: number, where = "true") =>
  planned(`
  select ${columns} from (${selects.map(sqlOf).join(" union all ")}) e
  left join territory t on t.id = e.territory_id where ${told} and ${where} ${newest(most)}`);

/** The same, where `where` does not ask what an event concerns: that is read of the newest of each kind alone. */
export const newestSql = (most: number, where = "true") =>
  planned(`
  select ${columns} from (${selects
    .map((it) => `(select * from (${sqlOf(it)}) e where ${told} and ${where} ${newest(most)})`)
    .join(" union all ")}) e
  left join territory t on t.id = e.territory_id ${newest(most)}`);
