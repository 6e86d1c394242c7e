import { m } from "@cahier/schema/messages";
import type { AttendanceChannel, AttendanceNeed } from "../../graphql/operations.generated.ts";

/** Names of the ways of coming. */
export const channelNames: Readonly<Record<AttendanceChannel, () => string>> = {
  ROOM: m.attendance_channel_ROOM,
  RELAY: m.attendance_channel_RELAY,
  ONLINE: m.attendance_channel_ONLINE,
  PHONE: m.attendance_channel_PHONE,
};

/** Names of the things that people need. */
export const needNames: Readonly<Record<AttendanceNeed, () => string>> = {
  SIGN_LANGUAGE: m.attendance_need_SIGN_LANGUAGE,
  CAPTIONS: m.attendance_need_CAPTIONS,
  HEARING_LOOP: m.attendance_need_HEARING_LOOP,
  CHILDCARE: m.attendance_need_CHILDCARE,
};
