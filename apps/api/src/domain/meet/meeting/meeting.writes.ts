import { isDeepStrictEqual } from "node:util";
import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import {
  type AgendaItem,
  AgendaItems,
  type Meeting,
  MeetingDocuments,
  MeetingObjectives,
  Meetings,
} from "./meeting.entity.ts";
import type { MeetingSheet } from "./meeting.sheet.ts";

/** A local meeting as its report tells it. */
type Held = Pick<Meeting, "groupId" | "title" | "startsAt" | "place" | "territoryId" | "regionId" | "participants">;

/** Writes down a local meeting that nobody had announced, so that its report has somewhere to come from. */
export async function insertHeldMeeting(db: EntityManager, held: Held): Promise<string> {
  const [{ id }] = await db.query<[Pick<Meeting, "id">]>("select uuidv7() as id");
  await db.insert(Meetings, { id, slug: `locale-${id.slice(-12)}`, kind: "LOCAL", ...held });
  return id;
}

/** The number of the next meeting of the whole group. */
export async function nextNumber(db: EntityManager, groupId: string): Promise<number> {
  const text = "select coalesce(max(number), 0)::int + 1 as number from meeting where group_id = $1";
  return (await db.query<[{ number: number }]>(text, [groupId]))[0].number;
}

/** Writes the objectives that a meeting works on, in the place of those before. */
export async function writeObjectives(db: EntityManager, meetingId: string, objectives: string[]) {
  await db.delete(MeetingObjectives, { meetingId });
  if (objectives.length > 0)
    await db.insert(
      MeetingObjectives,
      objectives.map((objectiveId) => ({ meetingId, objectiveId })),
    );
}

/** Writes the documents that prepare a meeting, in the place of those before. */
export async function writeDocuments(db: EntityManager, meetingId: string, documents: string[]) {
  await db.delete(MeetingDocuments, { meetingId });
  if (documents.length > 0)
    await db.insert(
      MeetingDocuments,
      documents.map((documentId) => ({ meetingId, documentId })),
    );
}

/** Puts one more point at the end of an agenda: whoever rewrites it meanwhile is told. The meeting is held by the caller. */
export async function addPoint(
  db: EntityManager,
  { id: meetingId, version }: Meeting,
  point: Pick<AgendaItem, "title" | "minutes">,
): Promise<string> {
  const position = (await db.countBy(AgendaItems, { meetingId })) + 1;
  const { identifiers } = await db.insert(AgendaItems, { meetingId, position, ...point });
  await db.update(Meetings, meetingId, { version: version + 1 });
  return identifiers[0]!.id as string;
}

/** Writes the agenda of a meeting in the place of the one before: a point that stays keeps its id. */
export async function writeAgenda(db: EntityManager, meetingId: string, agenda: NonNullable<MeetingSheet["agenda"]>) {
  const known = new Set((await db.findBy(AgendaItems, { meetingId })).map(({ id }) => id));
  await db.delete(AgendaItems, { meetingId });
  for (const { id, ...point } of agenda) {
    await db.insert(AgendaItems, { ...(id && known.delete(id) && { id }), meetingId, ...point });
  }
}

/** True if what a sheet says beside its words is there already; what it leaves out stays. */
export async function restStands(
  db: EntityManager,
  meetingId: string,
  { objectives, documents, agenda }: MeetingSheet,
) {
  const [works, reads, points] = await Promise.all([
    db.findBy(MeetingObjectives, { meetingId }),
    db.findBy(MeetingDocuments, { meetingId }),
    db.find(AgendaItems, { where: { meetingId }, order: { position: "ASC" } }),
  ]);
  const same = (one: string[] | null, other: string[]) =>
    one === null || isDeepStrictEqual(new Set(one), new Set(other));
  const said = ({ position, title, minutes, detail, lead }: NonNullable<MeetingSheet["agenda"]>[number]) =>
    JSON.stringify([position, title, minutes, detail, lead]);
  return (
    same(
      objectives,
      works.map(({ objectiveId }) => objectiveId),
    ) &&
    same(
      documents,
      reads.map(({ documentId }) => documentId),
    ) &&
    (agenda === null || isDeepStrictEqual(agenda.map(said), points.map(said)))
  );
}

/** Moves a meeting that is announced and to come to another day, at the same hour where its group is; those who come are told. */
export async function moveMeeting({ db, now, record }: Transaction, id: string, day: string, reason: string) {
  const before = await db.findOne(Meetings, { where: { id }, lock: { mode: "for_no_key_update" } });
  if (!before || before.cancelledReason !== null || before.startsAt <= now) return;
  const text = `update meeting m set version = m.version + 1,
      starts_at = ($2::date + (starts_at at time zone g.time_zone)::time) at time zone g.time_zone,
      ends_at = ($2::date + (ends_at at time zone g.time_zone)::time) at time zone g.time_zone,
      moved_reason = $3, moved_from = starts_at, moved_from_place = place
    from working_group g where g.id = m.group_id and m.id = $1
      and (m.starts_at at time zone g.time_zone)::date <> $2::date
    returning m.starts_at as "startsAt"`;
  const [[moved]] = await db.query<[{ startsAt: Date }[], number]>(text, [id, day, reason]);
  if (!moved) return;
  const data = { from: { startsAt: before.startsAt }, to: { startsAt: moved.startsAt }, reason };
  await record("meeting.moved", id, data);
}
