import type { Viewer } from "../../../platform/viewer.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";

/** Rights over what people supply to proposals. Pure. */
export const curationPolicy = {
  /** Rapporteurs and moderators of the group. */
  hold: (viewer: Viewer, groupId: string) => readingPolicy.hold(viewer, groupId) || viewer.has("MODERATOR", groupId),
  /** True for a viewer who may curate somewhere: where, the desk says. */
  holdAny: (viewer: Viewer) => viewer.roles.some(({ role }) => role === "RAPPORTEUR" || role === "MODERATOR"),
};
