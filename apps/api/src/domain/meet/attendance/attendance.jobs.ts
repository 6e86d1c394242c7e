import type { DataSource, EntityManager } from "typeorm";
import { every } from "../../../platform/jobs.ts";
import type { Transaction } from "../../../platform/context.ts";
import { recorder } from "../../../platform/journal.ts";
import { visitor } from "../../../platform/viewer.ts";
import { countOf } from "../../../platform/retention.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { soonDays, tellAll } from "./attendance.mail.ts";

/** A meeting that is over: what was said to come to it serves no more. */
const over = "coalesce(m.ends_at, m.starts_at) < $1::timestamptz - $2::interval";

/** Erases the names, the needs, the devices and the addresses of those who came: their number and their region stay. */
export async function forgetComers(db: EntityManager, now: Date, after: string): Promise<number> {
  const addresses = await countOf(
    db,
    `delete from attendance_address l using attendance a join meeting m on m.id = a.meeting_id
     where a.id = l.attendance_id and ${over}`,
    [now, after],
  );
  const comers = await countOf(
    db,
    `update attendance a set name = null, needs = '{}', needs_more = null, device_digest = null, relay_room = null,
       to_confirm = false
     from meeting m where m.id = a.meeting_id and ${over}
       and (a.name is not null or a.needs <> '{}' or a.needs_more is not null or a.device_digest is not null
         or a.relay_room is not null)`,
    [now, after],
  );
  return addresses + comers;
}

/** Reminds once of the meetings of the next days. */
export async function remindComers(db: EntityManager, now: Date) {
  const soon = await db.query<{ id: string }[]>(
    `select m.id from meeting m where not m.draft and m.cancelled_reason is null and m.starts_at > $1
       and m.starts_at < $1::timestamptz + interval '${soonDays} days'
       and exists (select from attendance a join attendance_address l on l.attendance_id = a.id
         where a.meeting_id = m.id and not a.withdrawn)`,
    [now],
  );
  for (const { id } of soon) await tellAll(db, await db.findOneByOrFail(Meetings, { id }), "SOON");
}

/** Hourly job: reminds of what comes. */
export function attendanceJobs(database: DataSource) {
  every(3600, "attendances", () => remindComers(database.manager, new Date()));
}

/** Erases the address and the name that an account left for meetings: the seat stays. */
export async function forgetComer({ db }: Transaction, personId: string) {
  const text = `with own as (delete from attendance_address l using person p
      where p.id = $1 and p.email_verified and lower(l.address) = lower(p.email) returning l.attendance_id)
    update attendance a set name = null, needs = '{}', needs_more = null from own where own.attendance_id = a.id`;
  await db.query(text, [personId]);
}

/** Erases an address wherever it comes to a meeting: it may not be that of whoever left it. */
export const eraseAddress = (db: EntityManager, address: string) =>
  db.query("delete from attendance_address where lower(address) = lower($1)", [address]);

/** Takes back again, after a restore, a coming that was taken back. */
export async function eraseComerAgain({ db, now }: Pick<Transaction, "db" | "now">, id: string) {
  const gone = await countOf(
    db,
    `update attendance set withdrawn = true, waiting = false, to_confirm = false, name = null, needs = '{}',
       needs_more = null where id = $1 and not withdrawn`,
    [id],
  );
  if (gone === 0) return false;
  await db.query("delete from attendance_address where attendance_id = $1", [id]);
  await recorder(db, visitor, now)("attendance.withdrawn", id);
  return true;
}
