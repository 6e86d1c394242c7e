/**
 * Somebody's coming to a meeting, without an account. Their address is a row apart, read for mails alone; their name,
 * their needs and their device are erased once the meeting is over: the region and the way they came stay, counted.
 */
import { EntitySchema } from "typeorm";
import type { AttendanceChannel, AttendanceNeed, Language } from "../../../graphql/resolvers.generated.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";

/** The coming of one person to a meeting. */
export interface Attendance {
  id: string;
  /** Made by the client, kept through retries. */
  key: string;
  /** Digest of the code of its private link. */
  codeDigest: string;
  /** Digest of the device, for this meeting alone; null where the team wrote it down for somebody. */
  deviceDigest: string | null;
  meetingId: string;
  name: string | null;
  territoryId: string | null;
  /** Today's region, derived from the territory. */
  regionId: string | null;
  channel: AttendanceChannel;
  relayRoom: string | null;
  needs: AttendanceNeed[];
  needsMore: string | null;
  /** Order of arrival at this meeting, from 1: a time would tell more. */
  arrival: number;
  waiting: boolean;
  toConfirm: boolean;
  withdrawn: boolean;
}

export const Attendances = new EntitySchema<Attendance>({
  name: "Attendance",
  columns: {
    id: column.randomId,
    key: { ...column.text, unique: true },
    codeDigest: { ...column.text, unique: true },
    deviceDigest: column.optionalText,
    meetingId: reference("Meeting"),
    name: column.optionalText,
    territoryId: optionalReference("Territory"),
    regionId: optionalReference("Territory"),
    channel: column.text,
    relayRoom: column.optionalText,
    needs: column.textList,
    needsMore: column.optionalText,
    arrival: column.integer,
    waiting: column.flag,
    toConfirm: column.flag,
    withdrawn: column.flag,
  },
  indices: [{ name: "attendance_arrival", columns: ["meetingId", "arrival"], unique: true }],
});

/** The address of somebody who comes: to be told, and erased once the meeting is over. */
export interface AttendanceAddress {
  attendanceId: string;
  address: string;
  language: Language;
}

export const AttendanceAddresses = new EntitySchema<AttendanceAddress>({
  name: "AttendanceAddress",
  columns: { attendanceId: link("Attendance"), address: column.text, language: column.text },
});

/** The same row, as the holder of its link sees it. */
export type OwnAttendance = Attendance;

/** The same row, as those who keep the meeting see it. */
export type Comer = Attendance;

/** The meeting whose people are counted, with those who come. */
export interface Coming {
  meetingId: string;
  capacity: number | null;
  meeting: Meeting;
}

/** The same, counted exactly. */
export type ExactComing = Coming;
