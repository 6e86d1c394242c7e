import type { Viewer } from "../../../platform/viewer.ts";

/** Rights over calendars. Pure. */
export const schedulePolicy = {
  /** A calendar is kept by those who run its group. */
  keep: (viewer: Viewer, groupId: string) => viewer.has("FACILITATOR", groupId) || viewer.has("ADMINISTRATOR"),
  keepAny: (viewer: Viewer) => viewer.has("FACILITATOR") || viewer.has("ADMINISTRATOR"),
};
