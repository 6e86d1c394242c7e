import type { Viewer } from "../../../platform/viewer.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { meetingPolicy } from "../meeting/meeting.policy.ts";

/** Rights on the coming of people to a meeting. Pure. */
export const attendancePolicy = {
  /** Anybody, to a meeting that is announced and does not begin yet. */
  attend: ({ draft, cancelledReason, startsAt }: Meeting, now: Date) =>
    !draft && cancelledReason === null && startsAt > now,
  /** Names and needs are for those who keep the meeting. */
  read: (viewer: Viewer, meeting: Meeting) => meetingPolicy.keep(viewer, meeting),
};
