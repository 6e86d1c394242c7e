import type { Viewer } from "../../../platform/viewer.ts";

/** Rights on the instance itself. Pure. */
export const instancePolicy = {
  run: (viewer: Viewer) => viewer.has("ADMINISTRATOR"),
};
