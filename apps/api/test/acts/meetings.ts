import { randomUUID } from "node:crypto";
import type { DataSource } from "typeorm";
import { type Meeting, Meetings } from "../../src/domain/meet/meeting/meeting.entity.ts";
import { added } from "../rows/builders.ts";

/** A meeting of the whole group that was held. */
export interface HeldMeeting {
  id: string;
  day: string;
}

/** The last meeting of the whole group that was held, with the people who were there by slug of their territory. */
export async function heldMeeting(database: DataSource, people: Record<string, number>): Promise<HeldMeeting> {
  const [held] = await database.query<[HeldMeeting]>(
    `select id, (starts_at at time zone 'Europe/Paris')::date::text as day from meeting
     where kind = 'NATIONAL' and starts_at < now() and cancelled_reason is null order by starts_at desc limit 1`,
  );
  for (const [slug, count] of Object.entries(people))
    await database.query(
      "insert into presence (meeting_id, territory_id, people) select $1, id, $3 from territory where slug = $2",
      [held.id, slug, count],
    );
  await database.query("update meeting set presence_version = 1 where id = $1", [held.id]);
  return held;
}

/** A meeting of a group, announced for ten days from now. */
export const announcedMeeting = (database: DataSource, groupId: string, row: Partial<Meeting> = {}) =>
  added(database, Meetings, {
    slug: `reunion-${randomUUID()}`,
    groupId,
    kind: "NATIONAL",
    title: "Une réunion",
    startsAt: new Date(Date.now() + 10 * 86_400_000),
    place: "Paris",
    ...row,
  });
