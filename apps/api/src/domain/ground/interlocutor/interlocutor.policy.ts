import type { Viewer } from "../../../platform/viewer.ts";

/** Rights on the register of offices. Pure. */
export const interlocutorPolicy = {
  keep: (viewer: Viewer) => viewer.has("ADMINISTRATOR") || viewer.has("FACILITATOR") || viewer.has("RAPPORTEUR"),
};
