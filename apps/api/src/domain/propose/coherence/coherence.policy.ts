import type { Viewer } from "../../../platform/viewer.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";

/** Coherence notes are for people who write all the proposals concerned. Pure. */
export const coherencePolicy = {
  note: (viewer: Viewer, groupIds: readonly string[]) =>
    readingPolicy.hold(viewer) && groupIds.every((groupId) => readingPolicy.hold(viewer, groupId)),
};
