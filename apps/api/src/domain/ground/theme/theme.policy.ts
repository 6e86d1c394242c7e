import type { Viewer } from "../../../platform/viewer.ts";

/** Rights over the themes and the reference lists. Pure. */
export const themePolicy = {
  create: (viewer: Viewer) => viewer.has("ADMINISTRATOR"),
  write: (viewer: Viewer) => viewer.has("ADMINISTRATOR"),
};
