import type { Viewer } from "../../../platform/viewer.ts";

/** Rights over the themes and the reference lists. Pure. */
export const themePolicy = {
  create: (viewer: Viewer) => viewer.has("ADMINISTRATOR"),
  /** Adds sectors: whoever runs a group, as its people think of more than the list. */
  extend: (viewer: Viewer) => viewer.has("FACILITATOR") || viewer.has("ADMINISTRATOR"),
  write: (viewer: Viewer) => viewer.has("ADMINISTRATOR"),
};
