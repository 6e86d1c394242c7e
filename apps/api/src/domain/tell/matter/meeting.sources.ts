/** Matters of the meetings and of the calendar of a group, or of a territory. */
import { visible } from "../../ground/moderation/status.sql.ts";
import { announced } from "../../meet/meeting/meeting.sql.ts";
import { blockShows, openCorrection, publishedMinutes } from "../../meet/minutes/minutes.sql.ts";
import { readingGroups } from "../../understand/passage/passage.policy.ts";
import { circulating } from "../../understand/synthesis/synthesis.sql.ts";
import { groupsWith, territoriesOf } from "./matter.policy.ts";
import { among, mostCounted, mostOfAKind, type Reader, type Source, told } from "./source.ts";

/** SQL: meetings `m` that the reader keeps, of a group or of a territory; null where they keep none. */
function kept(reader: Reader, groups: string[] | null): string | null {
  const some = among(reader, "m.group_id", groups);
  const places = territoriesOf(reader.viewer);
  if (places.length === 0) return some;
  const bound = reader.bind(places);
  const local = `m.kind = 'LOCAL' and (m.territory_id = any(${bound}::uuid[]) or m.region_id = any(${bound}::uuid[]))`;
  return some ? `(${some} or ${local})` : `(${local})`;
}

/** The same of meetings whose minutes they write. */
const written = (reader: Reader) => kept(reader, groupsWith(reader.viewer, "FACILITATOR", "RAPPORTEUR"));

const agenda: Source = (reader) => {
  const theirs = kept(reader, groupsWith(reader.viewer, "FACILITATOR", "ADMINISTRATOR"));
  if (!theirs) return null;
  const row = told("AGENDA", {
    id: "m.id",
    group: "m.group_id",
    count: "n.count",
    since: "n.since",
    due: "m.starts_at",
    promised: true,
    title: "m.title",
    excerpt: "n.first",
    path: "'/meetings/' || m.slug || '#agenda'",
  });
  return `select ${row} from (select distinct a.meeting_id from agenda_request a where a.taken is null and ${visible("a")}) w
    join meeting m on m.id = w.meeting_id cross join lateral (
      select count(*) as count, min(x.asked_on) as since, min(x.text) as first from (
        select a.asked_on, a.text from agenda_request a
        where a.meeting_id = m.id and a.taken is null and ${visible("a")} order by a.asked_on limit ${mostCounted}) x) n
    where not m.draft and m.cancelled_reason is null and m.starts_at > now() and ${theirs} and n.count > 0
    order by m.starts_at, m.id limit ${mostOfAKind}`;
};

const corrections: Source = (reader) => {
  const theirs = written(reader);
  if (!theirs) return null;
  const row = told("CORRECTIONS", {
    id: "n.id",
    group: "m.group_id",
    count: "x.count",
    due: "n.review_until",
    promised: true,
    title: "m.title",
    path: "'/meetings/' || m.slug || '/minutes'",
  });
  return `select ${row} from minutes n join meeting m on m.id = n.meeting_id
    cross join lateral (select count(*) as count from (select from minutes_correction c
      where c.minutes_id = n.id and ${openCorrection("c")} limit ${mostCounted}) x) x
    where not ${publishedMinutes("n")} and ${theirs} and x.count > 0 order by n.review_until, n.id limit ${mostOfAKind}`;
};

/** Days for which minutes are still awaited: after that nobody promises them any more. */
const awaitedDays = 30;

const minutesOf = (reader: Reader, kind: "MINUTES" | "READ_OVER", since: string, state: () => string) => {
  const theirs = written(reader);
  if (!theirs) return null;
  const row = told(kind, {
    id: "m.id",
    group: "m.group_id",
    since,
    title: "m.title",
    number: "m.number",
    path: "'/meetings/' || m.slug || '/minutes'",
  });
  // Said twice that it began: those to come are then left out by an index of when they do.
  return `select ${row} from meeting m left join minutes n on n.meeting_id = m.id
    where ${announced("m")} and m.cancelled_reason is null and m.starts_at < now() and coalesce(m.ends_at, m.starts_at) < now()
      and m.starts_at > now() - interval '${awaitedDays} days' and ${theirs}
      and ${state()}
    order by m.starts_at, m.id limit ${mostOfAKind}`;
};

const minutes: Source = (reader) =>
  minutesOf(
    reader,
    "MINUTES",
    "m.starts_at",
    () => `(n.id is null or not ${publishedMinutes("n")} and n.review_until is null)`,
  );

const readOver: Source = (reader) =>
  minutesOf(
    reader,
    "READ_OVER",
    "n.review_until",
    () => `not ${publishedMinutes("n")} and n.review_until < ${reader.bind(reader.today)}::date`,
  );

const actions: Source = (reader) => {
  const theirs = among(reader, "w.id", groupsWith(reader.viewer, "FACILITATOR", "RAPPORTEUR"));
  if (!theirs) return null;
  const row = told("ACTIONS", {
    id: "w.id",
    group: "w.id",
    count: "n.count",
    since: "n.since",
    excerpt: "n.first",
    path: "'/desk#actions'",
  });
  return `select ${row} from working_group w cross join lateral (
      select count(*) as count, min(x.due) as since, (array_agg(x.text order by x.due, x.id))[1] as first from (
        select b.id, b.due, b.text from minutes_block b join minutes n on n.id = b.minutes_id and ${publishedMinutes("n")}
        join meeting m on m.id = n.meeting_id and m.group_id = w.id
        where b.kind = 'ACTION' and b.done is not true and b.dropped_because is null
          and b.due < ${reader.bind(reader.today)}::date and ${blockShows("b")} order by b.due limit ${mostCounted}) x) n
    where ${theirs} and n.count > 0 order by n.since, w.id limit ${mostOfAKind}`;
};

/** Syntheses that the calendar promised for a day that is over; one that circulates waits for its second reader instead. */
const checkpoints: Source = (reader) => {
  const theirs = among(reader, "o.group_id", readingGroups(reader.viewer));
  if (!theirs) return null;
  const row = told("CHECKPOINT", {
    id: "x.id",
    group: "o.group_id",
    since: "x.ends_on",
    title: "o.name",
    number: "o.number",
    path: "coalesce('/syntheses/' || s.slug || '/write', '/reading#syntheses')",
  });
  return `select ${row} from milestone x join objective o on o.id = x.objective_id and o.withdrawn_on is null
    join working_group w on w.id = o.group_id and w.archived_on is null
    left join synthesis s on s.objective_id = o.id
    where x.kind = 'CHECKPOINT' and x.done_on is null and x.cancelled_reason is null
      and x.ends_on < ${reader.bind(reader.today)}::date and ${theirs}
      and not exists (select from synthesis_version v where v.synthesis_id = s.id and ${circulating("v")})
    order by x.ends_on, x.id limit ${mostOfAKind}`;
};

export const meetingSources: Source[] = [agenda, corrections, minutes, readOver, actions, checkpoints];
