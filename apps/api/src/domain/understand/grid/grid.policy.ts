import type { Viewer } from "../../../platform/viewer.ts";

/** Rights over the grid of a group. Pure. */
export const gridPolicy = {
  /** Sees it, its readings and their agreement. */
  see: (viewer: Viewer, groupId: string | null = null) =>
    viewer.has("RAPPORTEUR", groupId) || viewer.has("FACILITATOR", groupId),
  /** Writes its criteria: who reads for everybody, and who runs the group. */
  write: (viewer: Viewer, groupId: string | null = null) =>
    viewer.has("RAPPORTEUR", groupId) || viewer.has("FACILITATOR", groupId),
};
