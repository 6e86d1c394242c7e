/** Matters that wait for those who run a group, keep its list of organisations, or read for it. */
import { unreadByTheme } from "../../understand/passage/texts.kept.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { organisationPolicy } from "../../ground/organisation/organisation.policy.ts";
import { registered } from "../../ground/organisation/organisation.queries.ts";
import { regionalGroupPolicy } from "../../ground/regionalGroup/regionalGroup.policy.ts";
import { judgedGroups } from "../../propose/initiative/initiative.policy.ts";
import { proposedInitiative } from "../../propose/initiative/initiative.sql.ts";
import { readingGroups } from "../../understand/passage/passage.policy.ts";
import { drawnReadings, keptReadings } from "../../understand/passage/second.filter.ts";
import { theirs as readFor } from "../../understand/reading/reading.filter.ts";
import { heldNow } from "../../../platform/viewer.ts";
import { meetingSources } from "./meeting.sources.ts";
import { groupsWith } from "./matter.policy.ts";
import { among, mostCounted, mostOfAKind, type Source, told } from "./source.ts";

const organisations: Source = ({ viewer, bind }) => {
  if (!organisationPolicy.confirm(viewer)) return null;
  const row = told("ORGANISATION", {
    id: "it.id",
    group: "null::uuid",
    since: "it.registered_on",
    promised: true,
    title: "it.name",
    path: "'/organisations/' || it.slug || '#judge'",
  });
  return `select ${row} from organisation it where ${registered("it")} and not exists (
      select from organisation_member l where l.organisation_id = it.id and l.person_id = ${bind(viewer.id)})
    order by it.registered_on, it.id limit ${mostOfAKind}`;
};

const initiatives: Source = (reader) => {
  const theirs = among(reader, "w.id", judgedGroups(reader.viewer));
  if (!theirs) return null;
  const row = told("INITIATIVES", {
    id: "w.id",
    group: "w.id",
    count: "n.count",
    promised: true,
    excerpt: "n.first",
    path: "'/initiatives/judge'",
  });
  return `select ${row} from working_group w cross join lateral (
      select count(*) as count, min(x.name) as first from (select it.name from initiative it
        where it.group_id = w.id and ${proposedInitiative("it")} limit ${mostCounted}) x) n
    where ${theirs} and n.count > 0 order by w.id limit ${mostOfAKind}`;
};

const candidacies: Source = ({ viewer }) => {
  if (!regionalGroupPolicy.open(viewer)) return null;
  const row = told("CANDIDACY", {
    id: "it.id",
    group: "null::uuid",
    since: "it.offered_on",
    promised: true,
    title: "t.name",
    path: "'/people#candidacies'",
  });
  return `select ${row} from candidacy it join territory t on t.id = it.territory_id
    where it.accepted is null and not it.withdrawn order by it.id limit ${mostOfAKind}`;
};

const paper: Source = (reader) => {
  const theirs = among(reader, "o.group_id", groupsWith(reader.viewer, "FACILITATOR"));
  if (!theirs) return null;
  const row = told("PAPER", {
    id: "q.id",
    group: "min(o.group_id::text)::uuid",
    count: "count(*)",
    since: "min(e.entered_on)",
    title: "q.title",
    number: "q.number",
    path: "'/paper/' || q.slug",
  });
  return `select ${row} from second_entry e join response r on r.id = e.response_id
    join questionnaire q on q.id = r.questionnaire_id join objective o on o.id = q.objective_id
    where e.settled_on is null and ${theirs} group by q.id order by min(e.entered_on), q.id limit ${mostOfAKind}`;
};

/** SQL: how many there are of what a select finds for a group `w`, no more than are counted. */
const texts = (some: string) =>
  `cross join lateral (select count(*) as count from (select from ${some} limit ${mostCounted}) x) n`;

/** SQL: groups `w` that the reader reads for, one for each theme. */
const readHere = (theirs: string) => `${theirs} and w.archived_on is null and n.count > 0
  and not exists (select from working_group o where o.theme_id = w.theme_id and o.id < w.id and o.archived_on is null)
  order by w.id limit ${mostOfAKind}`;

/** SQL: the first day on which an open questionnaire of a group `w` closes. */
const closing = `(select min(q.closes_at) from questionnaire q join objective o on o.id = q.objective_id
  where o.group_id = w.id and q.published_at <= now() and q.archived_at is null and q.closes_at > now())`;

/** SQL: how many texts of each theme nobody read, no more than are counted: they are read once for all groups. */
export const unreadTexts = () => `unread_texts as materialized (${unreadByTheme(mostCounted)})`;

/** SQL: those of a group `w`. */
const unread = "join unread_texts n on n.theme_id = w.theme_id";

const noReader: Source = (reader) => {
  const theirs = among(reader, "w.id", groupsWith(reader.viewer, "FACILITATOR", "ADMINISTRATOR"));
  if (!theirs) return null;
  const row = told("NO_READER", {
    id: "w.id",
    group: "w.id",
    count: "n.count",
    promised: true,
    path: "'/people?group=' || w.slug || '#invite'",
  });
  const reads = `select from role_grant r where r.role = 'RAPPORTEUR' and (r.group_id = w.id or r.group_id is null)
    and ${heldNow("r")}`;
  return `select ${row} from working_group w ${unread} where not exists (${reads}) and ${readHere(theirs)}`;
};

const reading: Source = (reader) => {
  const theirs = among(reader, "w.id", readingGroups(reader.viewer));
  if (!theirs) return null;
  const row = told("READING", { id: "w.id", group: "w.id", count: "n.count", due: closing, path: "'/reading'" });
  return `select ${row} from working_group w ${unread} where ${readHere(theirs)}`;
};

const secondReadings: Source = (reader) => {
  const theirs = among(reader, "w.id", readingGroups(reader.viewer));
  if (!theirs) return null;
  const row = told("SECOND_READINGS", {
    id: "w.id",
    group: "w.id",
    count: "n.count",
    path: "'/reading?only=second'",
  });
  return `select ${row} from working_group w ${texts(`${drawnReadings(reader.bind(reader.viewer.id))} and ${readFor("array[w.id]")}`)} where ${readHere(theirs)}`;
};

const keptForTwo: Source = (reader) => {
  const theirs = among(reader, "w.id", readingGroups(reader.viewer));
  if (!theirs) return null;
  const row = told("KEPT_FOR_TWO", {
    id: "w.id",
    group: "w.id",
    count: "n.count",
    since: "n.since",
    path: "'/reading?only=second'",
  });
  const some = `cross join lateral (select count(*) as count, min(x.kept_at) as since from (
    select k.kept_at from ${keptReadings(reader.bind(reader.viewer.id))} and ${readFor("array[w.id]")} limit ${mostCounted}) x) n`;
  return `select ${row} from working_group w ${some} where ${readHere(theirs)}`;
};

const notebooks: Source = (reader) => {
  const theirs = among(reader, "w.id", readingGroups(reader.viewer));
  if (!theirs) return null;
  const row = told("NOTEBOOKS", {
    id: "w.id",
    group: "w.id",
    count: "n.count",
    path: "'/notebooks?reading=READ&group=' || w.slug",
  });
  // From what was read: notebooks that nobody opened are many more.
  const once = `grid_reading g join contribution c on c.id = g.contribution_id and c.channel = 'NOTEBOOK' and ${visible("c")}
    where g.person_id <> ${reader.bind(reader.viewer.id)} and ${readFor("array[w.id]")} and c.theme_id = w.theme_id
      and not exists (select from grid_reading o where o.contribution_id = g.contribution_id and o.person_id <> g.person_id)`;
  return `select ${row} from working_group w ${texts(once)} where ${readHere(theirs)}`;
};

export const teamSources: Source[] = [
  organisations,
  initiatives,
  candidacies,
  ...meetingSources,
  paper,
  noReader,
  reading,
  keptForTwo,
  secondReadings,
  notebooks,
];
