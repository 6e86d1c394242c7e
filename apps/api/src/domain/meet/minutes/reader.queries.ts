import type { EntityManager } from "typeorm";
import type { Context } from "../../../platform/context.ts";
import { prepared } from "../../../platform/data/statement.ts";
import type { Attendance } from "../attendance/attendance.entity.ts";
import { type Meeting, Meetings } from "../meeting/meeting.entity.ts";
import { MinutesTable } from "./minutes.entity.ts";

/** Days after a meeting for which the address of somebody who waits for its minutes is kept at most. */
export const daysOfWaiting = 60;

/** True while there may be something to tell of the minutes of a meeting. */
export async function awaitsMinutes(db: EntityManager, meeting: Meeting, now: Date): Promise<boolean> {
  const { id: meetingId, draft, cancelledReason, startsAt, endsAt } = meeting;
  if (draft || cancelledReason !== null) return false;
  if (now.getTime() > (endsAt ?? startsAt).getTime() + daysOfWaiting * 86_400_000) return false;
  return !(await db.existsBy(MinutesTable, { meetingId, state: "PUBLISHED" }));
}

/** True if an address was left for the minutes; null where nobody will be told of any. */
export async function followsMinutes(context: Context, { id, meetingId, withdrawn }: Attendance) {
  const meeting = await context.load(Meetings, meetingId);
  if (withdrawn || !(await awaitsMinutes(context.db, meeting!, context.now))) return null;
  const text = "select from minutes_reader where attendance_id = $1";
  return (await prepared(context.db, "minutes: reader", text, [id])).length > 0;
}
