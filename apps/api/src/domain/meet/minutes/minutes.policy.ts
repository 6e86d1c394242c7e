import { type Viewer, viewerOf } from "../../../platform/viewer.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { meetingPolicy } from "../meeting/meeting.policy.ts";

/** The viewer without what administration gives: minutes tell what was said, which is no matter of administration. */
export const withoutAdministration = (viewer: Viewer) =>
  viewerOf(
    viewer,
    viewer.roles.filter(({ role }) => role !== "ADMINISTRATOR"),
  );

/** Rights on minutes. Pure. */
export const minutesPolicy = {
  /** Some minutes of some group. */
  writeAny: (viewer: Viewer) => meetingPolicy.announceAny(withoutAdministration(viewer)) || viewer.has("RAPPORTEUR"),
  /** Keepers of the meeting, and the rapporteurs of its group. */
  write: (viewer: Viewer, meeting: Meeting) =>
    meetingPolicy.keep(withoutAdministration(viewer), meeting) || viewer.has("RAPPORTEUR", meeting.groupId),
};

/** True once there is something to tell of a meeting: it began, and was neither a draft nor cancelled. */
export const mayHaveMinutes = ({ startsAt, draft, cancelledReason }: Meeting, now: Date) =>
  !draft && cancelledReason === null && startsAt <= now;
