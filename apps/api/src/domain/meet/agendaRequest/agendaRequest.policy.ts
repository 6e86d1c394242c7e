import type { Viewer } from "../../../platform/viewer.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { meetingPolicy } from "../meeting/meeting.policy.ts";

/** Rights on what is asked for an agenda. Pure. */
export const agendaRequestPolicy = {
  /** Anybody, of a meeting that is announced and does not begin yet. */
  ask: ({ draft, cancelledReason, startsAt }: Meeting, now: Date) =>
    !draft && cancelledReason === null && startsAt > now,
  /** Of some meeting, somewhere. */
  judgeSome: (viewer: Viewer) => meetingPolicy.announceAny(viewer),
  /** Keepers of the meeting, as long as something may be put on its agenda. */
  judge: (viewer: Viewer, meeting: Meeting) => meetingPolicy.keep(viewer, meeting),
};
