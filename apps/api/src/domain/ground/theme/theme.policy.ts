import type { Viewer } from "../../../platform/viewer.ts";

/** Rights over the themes. Pure. */
export const themePolicy = {
  create: (viewer: Viewer) => viewer.has("ADMINISTRATOR"),
};
