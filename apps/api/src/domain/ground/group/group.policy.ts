import type { Viewer } from "../../../platform/viewer.ts";

/** Rights over a group. Pure. */
export const groupPolicy = {
  /** Whoever runs it says how it works. */
  run: (viewer: Viewer, groupId: string) => viewer.has("FACILITATOR", groupId) || viewer.has("ADMINISTRATOR"),
};
