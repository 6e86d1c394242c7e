import type { EntityManager } from "typeorm";
import type { Context } from "../../../platform/context.ts";
import { prepared } from "../../../platform/data/statement.ts";
import type { Attendance } from "../attendance/attendance.entity.ts";
import { type Meeting, Meetings } from "../meeting/meeting.entity.ts";
import { MinutesTable } from "./minutes.entity.ts";
import { spoke } from "./minutes.sql.ts";

/** Days after a meeting for which the address of somebody who waits for its minutes is kept at most. */
const daysOfWaiting = 60;

/** Days after a meeting for which somebody who is quoted may leave an address, kept twelve months at most. */
const daysOfCiting = 330;

/**
 * News that somebody who comes may get by mail: of minutes to come; once they are published, that a synthesis cites what
 * they said, to those who are quoted in them and agreed by their link. Null where nobody will be told of anything.
 */
export async function toTell(
  db: EntityManager,
  { id, withdrawn }: Attendance,
  meeting: Meeting,
  now: Date,
): Promise<"MINUTES" | "CITED" | null> {
  const { id: meetingId, draft, cancelledReason, startsAt, endsAt } = meeting;
  if (withdrawn || draft || cancelledReason !== null) return null;
  const days = (now.getTime() - (endsAt ?? startsAt).getTime()) / 86_400_000;
  if (await db.existsBy(MinutesTable, { meetingId, state: "PUBLISHED" }))
    return days < daysOfCiting && (await isQuoted(db, id)) ? "CITED" : null;
  return days > daysOfWaiting ? null : "MINUTES";
}

const isQuoted = async (db: EntityManager, attendanceId: string) =>
  (
    await prepared(
      db,
      "minutes: speaks",
      `select from minutes_quote q join minutes_block b on b.id = q.block_id and b.kind = 'QUOTE'
       where q.attendance_id = $1 and ${spoke("q")} limit 1`,
      [attendanceId],
    )
  ).length > 0;

/** True if an address was left for what may be told; null where nobody will be told of anything. */
export async function followsMinutes(context: Context, own: Attendance) {
  const what = await toTell(context.db, own, (await context.load(Meetings, own.meetingId))!, context.now);
  if (!what) return null;
  const text = "select from minutes_reader where attendance_id = $1 and cited = $2";
  return (await prepared(context.db, "minutes: reader", text, [own.id, what === "CITED"])).length > 0;
}
