import type { FollowMinutesInput } from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { recorder } from "../../../platform/journal.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { isEmail, neededText } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { attendanceOf } from "../attendance/attendance.queries.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { MinutesReaders } from "./minutes.entity.ts";
import { toTell } from "./reader.queries.ts";

/** Leaves the address of somebody who comes, to be told of the minutes, then of what is made of their words; or erases it. */
export async function followMinutes({ db, now }: Transaction, { code, email, language }: FollowMinutesInput) {
  const own = await attendanceOf(db, code);
  if (!own || own.withdrawn) throw new Refusal("UNKNOWN_RECEIPT", "code");
  const address = email === null || email === undefined ? null : neededText(email, "email", 254);
  if (address && !isEmail(address)) throw new Refusal("NOT_AN_EMAIL", "email");
  const meeting = await db.findOneByOrFail(Meetings, { id: own.meetingId });
  const what = await toTell(db, own, meeting, now);
  if (address && !what) throw new Refusal("NOT_NOW", "email");
  const before = await db.findOneBy(MinutesReaders, { attendanceId: own.id });
  // Left already, or erased: it is told once.
  const said = { address, language, cited: what === "CITED" };
  if (address ? before && saysAlready(before, said) : !before) return { own };
  await db.delete(MinutesReaders, { attendanceId: own.id });
  if (address) await db.insert(MinutesReaders, { attendanceId: own.id, ...said, address });
  await recorder(db, visitor, now)(address ? "attendance.followsMinutes" : "attendance.leavesMinutes", own.id);
  return { own };
}
