import type { Viewer } from "../../../platform/viewer.ts";

/** Rights on second factors. Pure. */
export const secondFactorPolicy = {
  /** Somebody else's alone: one's own is ended with a code. */
  reset: (viewer: Viewer, personId: string) => viewer.has("ADMINISTRATOR") && viewer.id !== personId,
  seeAll: (viewer: Viewer) => viewer.has("ADMINISTRATOR"),
};
