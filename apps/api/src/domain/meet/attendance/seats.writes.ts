import type { EntityManager } from "typeorm";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { tellOne } from "./attendance.mail.ts";

/** Seats left in the main room, those who wait not counted; null where nobody counts. The meeting is held by the caller. */
export async function seatsLeft(db: EntityManager, { id, capacity }: Pick<Meeting, "id" | "capacity">) {
  if (capacity === null) return null;
  const text = `select count(*)::int as seated from attendance
    where meeting_id = $1 and channel = 'ROOM' and not waiting and not withdrawn`;
  const [{ seated }] = await db.query<[{ seated: number }]>(text, [id]);
  return Math.max(0, capacity - seated);
}

/** The place behind all who arrived before. */
export async function nextArrival(db: EntityManager, meetingId: string): Promise<number> {
  const text = "select coalesce(max(arrival), 0)::int + 1 as next from attendance where meeting_id = $1";
  return (await db.query<[{ next: number }]>(text, [meetingId]))[0].next;
}

/** Gives the seats that are free to those who wait, in order of arrival; each is told, if an address was left. */
export async function fillSeats(db: EntityManager, meeting: Meeting) {
  const free = await seatsLeft(db, meeting);
  const [seated] = await db.query<[{ id: string }[], number]>(
    `update attendance set waiting = false where id in (
       select id from attendance where meeting_id = $1 and waiting and not withdrawn order by arrival limit $2)
     returning id`,
    [meeting.id, free],
  );
  for (const { id } of seated) await tellOne(db, meeting, id, "SEATED");
}
