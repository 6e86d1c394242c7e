/** Matters that wait for a second person, for the writing team, or for curation. */
import { held, visible } from "../../ground/moderation/status.sql.ts";
import { openAmendment } from "../../propose/amendment/amendment.sql.ts";
import { countedWaiting, waitingWords } from "../../propose/curation/waits.sql.ts";
import { draftGroups } from "../../propose/proposal/proposal.policy.ts";
import { draftProposal, openProposal, stabilisedProposal } from "../../propose/proposal/proposal.sql.ts";
import { readingGroups } from "../../understand/passage/passage.policy.ts";
import { circulating } from "../../understand/synthesis/synthesis.sql.ts";
import { groupsWith } from "./matter.policy.ts";
import { among, lastDay, mostCounted, mostOfAKind, type Source, told } from "./source.ts";

const questionnaires: Source = (reader) => {
  const theirs = among(reader, "o.group_id", groupsWith(reader.viewer, "FACILITATOR"));
  if (!theirs) return null;
  const me = reader.bind(reader.viewer.id);
  const row = told("QUESTIONNAIRE", {
    id: "it.id",
    group: "o.group_id",
    since: lastDay("questionnaire.publicationAsked", "it.id"),
    due: "it.opens_at",
    promised: true,
    title: "it.title",
    number: "it.number",
    path: "'/questionnaires/write/' || it.slug",
  });
  return `select ${row} from questionnaire it join objective o on o.id = it.objective_id
    where it.published_at is null and it.archived_at is null and not it.template
      and it.publication_asked_by_id <> ${me} and it.composed_by_id is distinct from ${me} and ${theirs}
    order by it.id limit ${mostOfAKind}`;
};

const syntheses: Source = (reader) => {
  const theirs = among(reader, "o.group_id", readingGroups(reader.viewer));
  if (!theirs) return null;
  const row = told("SYNTHESIS", {
    id: "s.id",
    group: "o.group_id",
    since: "v.circulated_on",
    due: "v.circulates_until",
    promised: true,
    title: "s.title",
    number: "v.version",
    path: "'/syntheses/' || s.slug || '/write'",
  });
  return `select ${row} from synthesis_version v join synthesis s on s.id = v.synthesis_id
    join objective o on o.id = s.objective_id join working_group w on w.id = o.group_id
    where ${circulating("v")} and ${theirs} and v.publishes_at is null
      and (w.small_team or v.circulated_by_id is distinct from ${reader.bind(reader.viewer.id)})
    order by v.circulated_on, s.id limit ${mostOfAKind}`;
};

const citations: Source = (reader) => {
  const theirs = among(reader, "o.group_id", readingGroups(reader.viewer));
  if (!theirs) return null;
  const row = told("CITATIONS", {
    id: "s.id",
    group: "o.group_id",
    count: "r.count",
    since: "r.since",
    promised: true,
    title: "s.title",
    path: "'/syntheses/' || s.slug || '/write'",
  });
  return `select ${row} from synthesis_version v join synthesis s on s.id = v.synthesis_id
    join objective o on o.id = s.objective_id
    cross join lateral (select count(*) as count, min(reviewed_on) as since from (
      select r.reviewed_on from citation_review r join passage p on p.id = r.passage_id
      join contribution c on c.id = p.contribution_id and ${visible("c")}
      where c.objective_id = o.id and r.verdict = 'DISTORTED' and r.resolution is null limit ${mostCounted}) r) r
    where ${circulating("v")} and ${theirs} and r.count > 0 order by r.since, s.id limit ${mostOfAKind}`;
};

const proposals: Source = (reader) => {
  const theirs = among(reader, "it.group_id", draftGroups(reader.viewer));
  if (!theirs) return null;
  const row = told("PROPOSAL", {
    id: "it.id",
    group: "it.group_id",
    since: lastDay("proposal.publicationAsked", "it.id"),
    promised: true,
    title: "it.title",
    number: "it.number",
    path: "'/proposals/' || it.slug || '/adopt'",
  });
  return `select ${row} from proposal it where ${draftProposal("it")} and ${theirs} and it.publishes_at is null
      and it.publication_asked_by_id <> ${reader.bind(reader.viewer.id)}
    order by it.number, it.id limit ${mostOfAKind}`;
};

const adoptions: Source = (reader) => {
  const theirs = among(reader, "it.group_id", draftGroups(reader.viewer));
  if (!theirs) return null;
  const row = told("ADOPTION", {
    id: "it.id",
    group: "it.group_id",
    since: "a.recorded_on",
    promised: true,
    title: "it.title",
    number: "it.number",
    path: "'/proposals/' || it.slug || '/adopt'",
  });
  return `select ${row} from recorded_adoption a join proposal it on it.id = a.proposal_id
    where ${stabilisedProposal("it")} and ${theirs} and a.recorded_by_id <> ${reader.bind(reader.viewer.id)}
    order by a.recorded_on, it.id limit ${mostOfAKind}`;
};

const amendments: Source = (reader) => {
  const theirs = among(reader, "p.group_id", readingGroups(reader.viewer));
  if (!theirs) return null;
  const row = told("AMENDMENT", {
    id: "it.id",
    group: "p.group_id",
    since: "it.proposed_on",
    promised: true,
    title: "p.title",
    excerpt: "it.text",
    number: "p.number",
    path: "'/proposals/' || p.slug || '/amendments/' || it.id",
  });
  return `select ${row} from amendment it join proposal p on p.id = it.proposal_id and ${openProposal("p")}
    where ${openAmendment("it")} and ${theirs} order by it.proposed_on, it.id limit ${mostOfAKind}`;
};

/** Supplies and questions, group by group; amendments apart, if the reader settles them. */
const supplies: Source = (reader) => {
  const groups = groupsWith(reader.viewer, "RAPPORTEUR", "MODERATOR");
  if (groups?.length === 0) return null;
  const read = readingGroups(reader.viewer);
  const settles = read === null ? "true" : `w.id = any(${reader.bind(read)}::uuid[])`;
  const row = told("SUPPLIES", {
    id: "w.id",
    group: "w.id",
    count: "n.count",
    since: "n.since",
    promised: true,
    excerpt: waitingWords("n.kind", "n.first"),
    path: "'/groups/' || w.slug || '/curation'",
  });
  const of = countedWaiting(mostCounted).replaceAll("any($1::uuid[])", "w.id");
  return `select ${row} from working_group w cross join lateral (
      select least(${mostCounted}, sum(x.count)) as count, min(x.since) as since,
        (array_agg(x.first order by x.since, x.first))[1] as first, (array_agg(x.kind order by x.since, x.first))[1] as kind
      from (${of}) x where x.kind <> 'AMENDMENT' or not ${settles}) n
    where ${among(reader, "w.id", groups)} and n.count > 0 order by n.since, w.id limit ${mostOfAKind}`;
};

const replies: Source = (reader) => {
  const theirs = among(reader, "p.group_id", readingGroups(reader.viewer));
  if (!theirs) return null;
  const row = told("REPLY", {
    id: "h.id",
    group: "p.group_id",
    since: "o.since",
    promised: true,
    title: "h.ask",
    excerpt: "i.name",
    number: "p.number",
    path: "'/handovers/' || h.id || '#team'",
  });
  return `select ${row} from (select o.handover_id, min(o.sent_on) as since from office_reply o where ${held("o")} group by 1) o
    join handover h on h.id = o.handover_id join proposal p on p.id = h.proposal_id
    join interlocutor i on i.id = h.interlocutor_id
    where ${theirs} order by o.since, h.id limit ${mostOfAKind}`;
};

const overdue: Source = (reader) => {
  const theirs = among(reader, "p.group_id", readingGroups(reader.viewer));
  if (!theirs) return null;
  const row = told("OVERDUE", {
    id: "h.id",
    group: "p.group_id",
    since: "h.reply_by",
    title: "h.ask",
    excerpt: "i.name",
    number: "p.number",
    path: "'/handovers/' || h.id || '#team'",
  });
  return `select ${row} from handover h join proposal p on p.id = h.proposal_id
    join interlocutor i on i.id = h.interlocutor_id
    where h.handed_over_on is not null and h.replied_on is null and h.ended_as is null
      and h.reply_by < ${reader.bind(reader.today)}::date and ${theirs}
      and not exists (select from office_reply o where o.handover_id = h.id and ${held("o")})
    order by h.reply_by, h.id limit ${mostOfAKind}`;
};

export const secondSources: Source[] = [
  questionnaires,
  syntheses,
  citations,
  proposals,
  adoptions,
  amendments,
  supplies,
  replies,
  overdue,
];
