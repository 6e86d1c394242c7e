import type { DataSource } from "typeorm";

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
