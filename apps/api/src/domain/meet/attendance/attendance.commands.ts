import { randomUUID } from "node:crypto";
import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type {
  AttendanceSaidInput,
  AttendInput,
  ChangeAttendanceInput,
  ConfirmAttendanceInput,
  WithdrawAttendanceInput,
} from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Act, Transaction } from "../../../platform/context.ts";
import { currentDigest } from "../../../platform/formerCode.ts";
import { recorder } from "../../../platform/journal.ts";
import { linkCode, linkDigest } from "../../../platform/linkCode.ts";
import { Refusal, together } from "../../../platform/refusal.ts";
import { refuseReserved } from "../../../platform/reserved.ts";
import { givenLine, givenText, isEmail, isId, neededText } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { territoryNamed } from "../../ground/territory/territory.queries.ts";
import { type Meeting, Meetings } from "../meeting/meeting.entity.ts";
import { isAnnounced } from "../meeting/meeting.queries.ts";
import { type Attendance, AttendanceAddresses, Attendances } from "./attendance.entity.ts";
import { attendancePolicy } from "./attendance.policy.ts";
import { fillSeats, nextArrival, seatsLeft } from "./seats.writes.ts";

/** Writes down that somebody comes: once, whatever the retries, and never more than the seats. */
export async function attend(act: Act, input: AttendInput) {
  const { db, now, viewer, count, deviceAt } = act;
  const key = neededText(input.key, "key", 100);
  const meeting = await meetingHeld(db, input.meetingId);
  if (!meeting || !(await isAnnounced(db, meeting.id))) throw new Refusal("GONE", "meetingId");
  const known = await db.findOneBy(Attendances, { key });
  if (known?.meetingId === meeting.id) return attendAgain(act, known, meeting, input);
  if (known) throw new Refusal("CONFLICT", "key");
  if (!attendancePolicy.attend(meeting, now)) throw new Refusal("NOT_NOW", "meetingId");
  const said = await saidOf(db, meeting, input.said);
  const address = addressOf(input.email);
  // The team writes down those who called: its device has no say of its own.
  const deviceDigest = attendancePolicy.read(viewer, meeting) ? null : deviceAt(meeting.id);
  if (deviceDigest && (await db.existsBy(Attendances, { meetingId: meeting.id, deviceDigest, withdrawn: false })))
    throw new Refusal("ALREADY_COMING");
  const id = randomUUID();
  await db.insert(Attendances, {
    id,
    key,
    codeDigest: linkDigest("attendance", linkCode("attendance", id)),
    deviceDigest,
    meetingId: meeting.id,
    ...said,
    arrival: await nextArrival(db, meeting.id),
    waiting: said.channel === "ROOM" && (await seatsLeft(db, meeting)) === 0,
  });
  if (address) await db.insert(AttendanceAddresses, { attendanceId: id, address, language: input.language });
  count("attendance", meeting.id);
  await recorder(db, visitor, now)("attendance.given", id);
  return { own: await db.findOneByOrFail(Attendances, { id }) };
}

/** A coming that is sent again, its answer lost: what was changed before the second try is a change like any other. */
async function attendAgain(act: Act, known: Attendance, meeting: Meeting, { said, email, language }: AttendInput) {
  if (known.withdrawn || !attendancePolicy.attend(meeting, act.now)) return { own: known };
  return changeAttendance(act, { code: linkCode("attendance", known.id), said, email, language });
}

/** Changes a coming. Whoever leaves the room frees a seat; whoever comes to it stands behind those who wait. */
export async function changeAttendance({ db, now }: Transaction, input: ChangeAttendanceInput) {
  const { before, meeting } = await ownToWrite(db, input.code);
  if (before.withdrawn || !attendancePolicy.attend(meeting, now)) throw new Refusal("NOT_NOW", "code");
  const said = await saidOf(db, meeting, input.said);
  const address = input.email === undefined ? undefined : addressOf(input.email);
  const kept = await db.findOneBy(AttendanceAddresses, { attendanceId: before.id });
  const asIs =
    address === undefined || (address === (kept?.address ?? null) && (!kept || kept.language === input.language));
  // Said already, as by a first try whose answer was lost.
  if (asIs && saysAlready(before, said)) return { own: before };
  const enters = said.channel === "ROOM" && before.channel !== "ROOM";
  const place = enters
    ? { arrival: await nextArrival(db, meeting.id), waiting: (await seatsLeft(db, meeting)) === 0 }
    : { waiting: said.channel === "ROOM" && before.waiting };
  await db.update(Attendances, before.id, { ...said, ...place });
  if (address !== undefined) {
    await db.delete(AttendanceAddresses, { attendanceId: before.id });
    if (address) await db.insert(AttendanceAddresses, { attendanceId: before.id, address, language: input.language });
  }
  await fillSeats(db, meeting);
  await recorder(db, visitor, now)("attendance.changed", before);
  return { own: await db.findOneByOrFail(Attendances, { id: before.id }) };
}

/** Takes a coming back: what it said goes, its place is free. */
export async function withdrawAttendance({ db, now }: Transaction, { code }: WithdrawAttendanceInput) {
  const { before, meeting } = await ownToWrite(db, code);
  if (before.withdrawn) return { own: before };
  const gone = { withdrawn: true, waiting: false, toConfirm: false, name: null, needs: [], needsMore: null };
  await db.update(Attendances, before.id, gone);
  await db.delete(AttendanceAddresses, { attendanceId: before.id });
  if (attendancePolicy.attend(meeting, now)) await fillSeats(db, meeting);
  await recorder(db, visitor, now)("attendance.withdrawn", before);
  return { own: { ...before, ...gone } };
}

export async function confirmAttendance({ db, now }: Transaction, { code }: ConfirmAttendanceInput) {
  const { before, meeting } = await ownToWrite(db, code);
  if (!before.toConfirm) return { own: before };
  if (!attendancePolicy.attend(meeting, now)) throw new Refusal("NOT_NOW", "code");
  await db.update(Attendances, before.id, { toConfirm: false });
  await recorder(db, visitor, now)("attendance.confirmed", before);
  return { own: { ...before, toConfirm: false } };
}

/** The meeting, held: its seats are counted by one at a time. */
const meetingHeld = async (db: EntityManager, id: string): Promise<Meeting | null> =>
  isId(id) ? db.findOne(Meetings, { where: { id }, lock: { mode: "for_no_key_update" } }) : null;

async function ownToWrite(db: EntityManager, code: string) {
  const codeDigest = (await currentDigest(db, linkDigest("attendance", code)))!;
  const found = await db.findOneBy(Attendances, { codeDigest });
  const meeting = found && (await meetingHeld(db, found.meetingId));
  if (!meeting) throw new Refusal("UNKNOWN_RECEIPT", "code");
  // Read again under the lock: a seat may have come free in between.
  return { before: await db.findOneByOrFail(Attendances, { codeDigest }), meeting };
}

type Said = Pick<Attendance, "name" | "territoryId" | "regionId" | "channel" | "relayRoom" | "needs" | "needsMore">;

async function saidOf(db: EntityManager, meeting: Meeting, input: AttendanceSaidInput): Promise<Said> {
  const territoryId = await territoryNamed(db, input.territory);
  const { channel } = input;
  const read = together({
    name: () => givenLine(input.name, "name", limits["attendance.name"]),
    territoryId,
    relayRoom: () => {
      if ((channel === "ONLINE" || channel === "PHONE") && !meeting.remote)
        throw new Refusal("UNKNOWN_CHOICE", "channel");
      if (channel !== "RELAY") return null;
      if (!meeting.relayRooms.includes(input.relayRoom ?? "")) throw new Refusal("UNKNOWN_CHOICE", "relayRoom");
      return input.relayRoom!;
    },
    needsMore: () => givenText(input.needsMore, "needsMore", limits["attendance.needs"]),
  });
  await refuseReserved(db, { name: read.name });
  const place = read.territoryId ? await db.findOneBy(Territories, { id: read.territoryId }) : null;
  return { ...read, regionId: place?.regionId ?? null, channel, needs: [...new Set(input.needs)] };
}

function addressOf(email: string | null | undefined): string | null {
  const address = givenText(email, "email", 254);
  if (address && !isEmail(address)) throw new Refusal("NOT_AN_EMAIL", "email");
  return address;
}
