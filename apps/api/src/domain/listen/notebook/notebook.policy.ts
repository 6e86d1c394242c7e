import type { Viewer } from "../../../platform/viewer.ts";

/** Rights over notebooks. Pure. */
export const notebookPolicy = {
  /** Reads it with the grid and marks its lines. */
  read: (viewer: Viewer, groupId: string | null = null) => viewer.has("RAPPORTEUR", groupId),
  /** Takes it back as its authors ask: who runs the group, who moderates it. */
  withdraw: (viewer: Viewer, groupId: string | null = null) =>
    viewer.has("FACILITATOR", groupId) || viewer.has("MODERATOR", groupId),
};
