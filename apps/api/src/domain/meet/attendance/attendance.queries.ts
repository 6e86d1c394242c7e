import type { EntityManager } from "typeorm";
import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { currentDigest } from "../../../platform/formerCode.ts";
import { linkDigest } from "../../../platform/linkCode.ts";
import type { AttendanceChannel } from "../../../graphql/resolvers.generated.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { type Attendance, Attendances } from "./attendance.entity.ts";
import { attendancePolicy } from "./attendance.policy.ts";

/** Most people listed of one meeting. */
const most = 2000;

/** A coming, as the holder of its private link sees it. */
export const attendanceOfCode = ({ db }: Context, code: string) => attendanceOf(db, code);

/** The same, inside a transaction. */
export async function attendanceOf(db: EntityManager, code: string): Promise<Attendance | null> {
  const tail = "where it.code_digest = $1";
  const digest = await currentDigest(db, linkDigest("attendance", code));
  return (await rowsOf(db, Attendances, "attendance: of code", tail, [digest]))[0] ?? null;
}

/** People who wait before one for a seat; null for somebody who does not wait. */
export async function waitingBefore({ db }: Context, { meetingId, arrival, waiting }: Attendance) {
  if (!waiting) return null;
  const text = `select count(*)::int as before from attendance
    where meeting_id = $1 and waiting and not withdrawn and arrival < $2`;
  return (await prepared<{ before: number }>(db, "attendance: before", text, [meetingId, arrival]))[0]!.before;
}

/** True if an address was left. */
export async function hasAddress({ db }: Context, { id }: Attendance) {
  const text = "select from attendance_address where attendance_id = $1";
  return (await prepared(db, "attendance: address", text, [id])).length > 0;
}

/** People who come, in order of arrival, for those who keep the meeting; none for anybody else. */
export async function comersOf({ db, viewer }: Context, meeting: Meeting): Promise<Attendance[]> {
  if (!attendancePolicy.read(viewer, meeting)) return [];
  const tail = `where it.meeting_id = $1 and not it.withdrawn order by it.arrival limit ${most}`;
  return rowsOf(db, Attendances, "attendance: of meeting", tail, [meeting.id]);
}

interface Counted {
  regionId: string | null;
  channel: AttendanceChannel;
  waiting: boolean;
  /** Arrived long enough before the last ones to be told by place and by way. */
  told: boolean;
  people: number;
}

/**
 * People who come to a meeting, by region, way of coming and whether they wait. They are told by five, in the order of
 * their arrival, once five more came: whoever reads before and after one coming learns nothing of it.
 */
export const countedAt = async ({ db, cached }: Context, meetingId: string): Promise<Counted[]> =>
  (await cached("attendance: counts", async (ids) => {
    const rows = await prepared<Counted & { meetingId: string }>(
      db,
      "attendance: counts",
      `select "meetingId", "regionId", channel, waiting, told, count(*)::int as people from (
         select meeting_id as "meetingId", region_id as "regionId", channel, waiting, withdrawn,
           row_number() over (partition by meeting_id order by arrival)
             <= (count(*) over (partition by meeting_id) - 5) / 5 * 5 as told
         from attendance where meeting_id = any($1::uuid[])) it
       where not withdrawn group by 1, 2, 3, 4, 5 order by 3, 2, 4, 5`,
      [ids],
    );
    return grouped(rows, (row) => row.meetingId);
  })(meetingId)) ?? [];
