import type { Viewer } from "../../../platform/viewer.ts";

/** Rights on a meeting and its minutes. Pure. */
export const meetingPolicy = {
  /** Minutes are a draft until they go to review: they are the team's until then. */
  readDraftMinutes: (viewer: Viewer) =>
    viewer.has("FACILITATOR") || viewer.has("RAPPORTEUR") || viewer.has("ADMINISTRATOR"),
};
