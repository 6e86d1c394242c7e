import type { MeetingState, MinutesState } from "../../../graphql/resolvers.generated.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";

type Dated = Pick<Meeting, "kind" | "startsAt" | "endsAt" | "cancelledReason" | "draft">;

/**
 * State of a meeting at an instant, read from its dates and its minutes. A local meeting awaits no minutes: its
 * contributions hold what was said there.
 */
export function meetingState(meeting: Dated, minutes: { state: MinutesState } | null, now: Date): MeetingState {
  if (meeting.draft) return "DRAFT";
  if (meeting.cancelledReason) return "CANCELLED";
  if (now < (meeting.endsAt ?? meeting.startsAt)) return "ANNOUNCED";
  if (minutes?.state === "PUBLISHED") return "MINUTES_PUBLISHED";
  if (minutes?.state === "IN_REVIEW") return "MINUTES_IN_REVIEW";
  return meeting.kind === "LOCAL" ? "HELD" : "HELD_MINUTES_AWAITED";
}
