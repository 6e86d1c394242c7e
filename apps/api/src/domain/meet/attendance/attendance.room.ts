import type { Transaction } from "../../../platform/context.ts";
import { room } from "../../../platform/room.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { AttendanceAddresses, Attendances } from "./attendance.entity.ts";
import { attendanceJobs, eraseComerAgain, forgetComer, forgetComers } from "./attendance.jobs.ts";
import { composeAttendance, type MeetingNews, tellAll } from "./attendance.mail.ts";
import { attendanceResolvers } from "./attendance.resolvers.ts";
import { fillSeats } from "./seats.writes.ts";

/** Tells people who come to a meeting that moved, or that is held after all, once, and asks them to confirm. */
async function askAgain({ db, now }: Transaction, id: string, news: MeetingNews) {
  const meeting = await db.findOneByOrFail(Meetings, { id });
  if (meeting.cancelledReason !== null) return;
  await db.query("update attendance set to_confirm = true where meeting_id = $1 and not withdrawn", [id]);
  await tellAll(db, meeting, news, now);
  await fillSeats(db, meeting);
}

export const attendanceRoom = room({
  tables: [Attendances, AttendanceAddresses],
  resolvers: [attendanceResolvers],
  jobs: [attendanceJobs],
  composes: { attendance: composeAttendance },
  purges: { attendance: forgetComers },
  erases: { "attendance.withdrawn": eraseComerAgain },
  hears: {
    "person.erased": forgetComer,
    "meeting.edited": async ({ db }, id) => fillSeats(db, await db.findOneByOrFail(Meetings, { id })),
    "meeting.moved": (tx, id) => askAgain(tx, id, "MOVED"),
    "meeting.resumed": (tx, id) => askAgain(tx, id, "RESUMED"),
    "meeting.cancelled": async ({ db, now }, id) =>
      tellAll(db, await db.findOneByOrFail(Meetings, { id }), "CANCELLED", now),
  },
});
