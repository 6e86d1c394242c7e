import type { EntityManager } from "typeorm";
import { type Meeting, Meetings } from "./meeting.entity.ts";

/** A local meeting as its report tells it. */
type Held = Pick<Meeting, "groupId" | "title" | "startsAt" | "place" | "territoryId" | "regionId" | "participants">;

/** Writes down a local meeting that nobody had announced, so that its report has somewhere to come from. */
export async function insertHeldMeeting(db: EntityManager, held: Held): Promise<string> {
  const [{ id }] = await db.query<[Pick<Meeting, "id">]>("select uuidv7() as id");
  await db.insert(Meetings, { id, slug: `locale-${id.slice(-12)}`, kind: "LOCAL", ...held });
  return id;
}
