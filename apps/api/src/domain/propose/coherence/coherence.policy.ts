import type { Viewer } from "../../../platform/viewer.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";

/** Who notes what holds between proposals: whoever writes all of them. Pure. */
export const coherencePolicy = {
  note: (viewer: Viewer, groupIds: readonly string[]) =>
    readingPolicy.hold(viewer) && groupIds.every((groupId) => readingPolicy.hold(viewer, groupId)),
};
