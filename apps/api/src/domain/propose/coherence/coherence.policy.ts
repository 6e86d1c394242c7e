import type { Viewer } from "../../../platform/viewer.ts";
import { benchPolicy } from "../../understand/passage/passage.policy.ts";

/** Who notes what holds between proposals: whoever writes all of them. Pure. */
export const coherencePolicy = {
  note: (viewer: Viewer, groupIds: readonly string[]) =>
    benchPolicy.hold(viewer) && groupIds.every((groupId) => benchPolicy.hold(viewer, groupId)),
};
