import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { countOf } from "../../../platform/retention.ts";
import { MinutesExacts, MinutesReaders } from "./minutes.entity.ts";

/**
 * Erases the addresses of those who waited for minutes too long after their meeting, or whose minutes are published, and
 * what they said is exact.
 */
export async function forgetReaders(db: EntityManager, now: Date, after: string): Promise<number> {
  const over = `using attendance a join meeting m on m.id = a.meeting_id
     where a.id = r.attendance_id and (coalesce(m.ends_at, m.starts_at) < $1::timestamptz - $2::interval
       or m.cancelled_reason is not null
       or exists (select from minutes i where i.meeting_id = m.id and i.state = 'PUBLISHED'))`;
  const addresses = await countOf(db, `delete from minutes_reader r ${over} and not r.cited`, [now, after]);
  return addresses + (await countOf(db, `delete from minutes_exact r ${over}`, [now, after]));
}

/** Erases the addresses of those who are quoted, long after their meeting. */
export const forgetCited = (db: EntityManager, now: Date, after: string): Promise<number> =>
  countOf(
    db,
    `delete from minutes_reader r using attendance a join meeting m on m.id = a.meeting_id
     where a.id = r.attendance_id and r.cited and coalesce(m.ends_at, m.starts_at) < $1::timestamptz - $2::interval`,
    [now, after],
  );

/** Erases the address of somebody who takes their coming back, and what they said is exact. */
export const leaveReader = async ({ db }: Transaction, attendanceId: string) => {
  await db.delete(MinutesReaders, { attendanceId });
  await db.delete(MinutesExacts, { attendanceId });
};

/** Erases the addresses of an account that is erased. */
export const forgetReader = (db: EntityManager, personId: string) =>
  db.query(
    `delete from minutes_reader r using person p
     where p.id = $1 and p.email_verified and lower(r.address) = lower(p.email)`,
    [personId],
  );

/** Erases an address wherever it waits for minutes: it may not be that of whoever left it. */
export const eraseAddress = (db: EntityManager, address: string) =>
  db.query("delete from minutes_reader where lower(address) = lower($1)", [address]);
