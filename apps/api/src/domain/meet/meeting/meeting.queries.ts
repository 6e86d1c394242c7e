import { longestRegister } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { QueryMeetingsArgs } from "../../../graphql/resolvers.generated.ts";
import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { dayOf, startOf } from "../../../platform/day.ts";
import { linked, rowNamed } from "../../../platform/data/linked.ts";
import { lengthOf } from "../../../platform/data/bounded.ts";
import { columnsOf, prepared, rowsOf } from "../../../platform/data/statement.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Document, Documents } from "../document/document.entity.ts";
import { readableDocument } from "../document/document.sql.ts";
import { type Objective, Objectives } from "../../ground/group/group.entity.ts";
import type { Territory } from "../../ground/territory/territory.entity.ts";
import { territories } from "../../ground/territory/territory.queries.ts";
import { type AgendaItem, AgendaItems, type Meeting, Meetings, type Presence, Presences } from "./meeting.entity.ts";
import { type MeetingFile, MeetingFiles } from "./file.entity.ts";
import { draftsOf, meetingPolicy } from "./meeting.policy.ts";
import { announced, readableMeeting } from "./meeting.sql.ts";

/** SQL: a part of the meetings that one may read and that are asked for, on one side of today or of one of them. */
const side = (narrowed: string, one: string, other: string, past: "<" | ">", order: "asc" | "desc") =>
  `(select it.* from meeting it where ${other}::uuid is null and ${readableMeeting(1)} and ${narrowed}
    and ($5::text is null or exists (select from territory t where t.slug = $5 and t.id in (it.territory_id, it.region_id)))
    and (it.starts_at, it.id) ${past} (coalesce((select m.starts_at from meeting m where m.id = ${one}::uuid), $8),
      coalesce(${one}::uuid, '00000000-0000-0000-0000-000000000000'))
    order by it.starts_at ${order}, it.id ${order} limit $9)`;

/** Meetings announced and held, by date, on both sides of today or on one of another; the team reads its drafts too. */
export function meetings(context: Context, asked: Partial<QueryMeetingsArgs> = {}): Promise<Meeting[]> {
  const { kind, objective, territory, before, after, first } = asked;
  const id = (given?: string | null) => (given && isId(given) ? given : null);
  const most = lengthOf(first, longestRegister);
  // Few are of the whole group, or of one objective, among thousands: they are found by what they are asked by.
  const ofKind = kind ? "it.kind = $3" : "$3::text is null";
  const ofObjective = objective
    ? "it.id in (select l.meeting_id from meeting_objective l join objective o on o.id = l.objective_id where o.slug = $4)"
    : "$4::text is null";
  const which = `${ofKind} and ${ofObjective}`;
  const rows = `${side(which, "$6", "$7", "<", "desc")} union all ${side(which, "$7", "$6", ">", "asc")}`;
  const narrowed = [kind ?? null, objective ?? null, territory ?? null, id(before), id(after)];
  const values = [...draftsOf(context.viewer), ...narrowed, startOf(dayOf(context.now)), most];
  return prepared(
    context.db,
    `meeting: all${kind ? " of a kind" : ""}${objective ? " of an objective" : ""}`,
    `select ${columnsOf(context.db, Meetings)} from (${rows}) it order by it.starts_at, it.id`,
    values,
  );
}

/** Of a meeting of the whole group, those before and after it that one may read. */
export const meetingsAround = (context: Context, meetingId: string): Promise<Meeting[]> => {
  const nearest = (
    than: string,
    order: string,
  ) => `(select * from meeting it where it.kind = 'NATIONAL' and ${readableMeeting(2)}
    and (it.starts_at, it.id) ${than} (own.starts_at, own.id) order by it.starts_at ${order}, it.id ${order} limit 1)`;
  return linked(
    context,
    "meeting: around",
    Meetings,
    `own.id as key from meeting own cross join lateral (${nearest("<", "desc")} union all ${nearest(">", "asc")}) it
     where own.id = any($1::uuid[]) and own.kind = 'NATIONAL' order by it.starts_at, it.id`,
    meetingId,
    draftsOf(context.viewer),
  );
};

/** One meeting. */
export const meetingOf = (context: Context, slug: string): Promise<Meeting | null> => {
  const tail = `where it.slug = $1 and ${readableMeeting(2)}`;
  return rowNamed(context, "meeting: one", Meetings, tail, [slug, ...draftsOf(context.viewer)]);
};

/** True of a meeting that anybody may read: announced, and of a group that opened. */
export const isAnnounced = async (db: EntityManager, id: string): Promise<boolean> =>
  (await db.query<unknown[]>(`select from meeting it where it.id = $1 and ${announced()}`, [id])).length > 0;

/** Territories whose local meetings the viewer may announce for a group, by name; null for all of them. */
export async function placesToMeet(context: Context, groupId: string): Promise<Territory[] | null> {
  const own = meetingPolicy.meetIn(context.viewer, groupId);
  if (!own) return null;
  const kinds = await Promise.all((["REGION", "DEPARTMENT"] as const).map((kind) => territories(context, kind)));
  return kinds.flat().filter(({ id, regionId }) => own.includes(id) || own.includes(regionId ?? ""));
}

/** The points of the agenda of a meeting, in their order. */
export const agendaOf = async ({ db, cached }: Context, meetingId: string): Promise<AgendaItem[]> =>
  (await cached("meeting: agenda", async (ids) => {
    const tail = "where it.meeting_id = any($1::uuid[]) order by it.position";
    return grouped(await rowsOf(db, AgendaItems, "meeting: agenda", tail, [ids]), (row) => row.meetingId);
  })(meetingId)) ?? [];

/** People who were at a meeting, by territory: most first. */
export const presenceAt = async ({ db, cached }: Context, meetingId: string): Promise<Presence[]> =>
  (await cached("meeting: presence", async (ids) => {
    const tail = "where it.meeting_id = any($1::uuid[]) order by it.people desc, it.territory_id";
    return grouped(await rowsOf(db, Presences, "meeting: presence", tail, [ids]), (row) => row.meetingId);
  })(meetingId)) ?? [];

/** Meetings of the whole group that took place, or take place today: latest first. */
export const heldByGroup = async ({ db, batch, now }: Context, groupId: string): Promise<Meeting[]> =>
  (await batch("meeting: held by groups", async (ids) => {
    const tail = `where it.group_id = any($1::uuid[]) and it.kind = 'NATIONAL' and not it.draft and it.cancelled_reason is null
      and it.starts_at < $2 order by it.starts_at desc, it.id limit 200`;
    const before = startOf(dayOf(now, 1));
    return grouped(await rowsOf(db, Meetings, "meeting: held by groups", tail, [ids, before]), (row) => row.groupId);
  })(groupId)) ?? [];

/** The objectives a meeting works on. */
export const objectivesOf = async ({ db, cached }: Context, meetingId: string): Promise<Objective[]> =>
  (await cached("meeting: objectives", async (ids) => {
    const rows = await prepared<Objective & { meetingId: string }>(
      db,
      "meeting: objectives",
      `select ${columnsOf(db, Objectives)}, l.meeting_id as "meetingId" from meeting_objective l
       join objective it on it.id = l.objective_id where l.meeting_id = any($1::uuid[]) order by it.number`,
      [ids],
    );
    return grouped(rows, (row) => row.meetingId);
  })(meetingId)) ?? [];

/** Files attached to a meeting, in the order they came. */
export const filesOf = async ({ db, cached }: Context, meetingId: string): Promise<MeetingFile[]> =>
  (await cached("meeting: files", async (ids) => {
    const tail = "where it.meeting_id = any($1::uuid[]) order by it.id";
    return grouped(await rowsOf(db, MeetingFiles, "meeting: files", tail, [ids]), (row) => row.meetingId);
  })(meetingId)) ?? [];

/** The documents that prepare a meeting and that anybody may read. */
export const documentsOf = async ({ db, cached }: Context, meetingId: string): Promise<Document[]> =>
  (await cached("meeting: documents", async (ids) => {
    const rows = await prepared<Document & { meetingId: string }>(
      db,
      "meeting: documents",
      `select ${columnsOf(db, Documents)}, l.meeting_id as "meetingId" from meeting_document l
       join document it on it.id = l.document_id where l.meeting_id = any($1::uuid[]) and ${readableDocument("it")} order by it.title`,
      [ids],
    );
    return grouped(rows, (row) => row.meetingId);
  })(meetingId)) ?? [];
