import type { Viewer } from "../../../platform/viewer.ts";

/** Rights over calendars. Pure. */
export const schedulePolicy = {
  /** Whoever runs a group keeps its calendar. */
  keep: (viewer: Viewer, groupId: string) => viewer.has("FACILITATOR", groupId) || viewer.has("ADMINISTRATOR"),
  keepAny: (viewer: Viewer) => viewer.has("FACILITATOR") || viewer.has("ADMINISTRATOR"),
};
