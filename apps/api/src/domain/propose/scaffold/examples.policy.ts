import type { Viewer } from "../../../platform/viewer.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import type { Initiative } from "../initiative/initiative.entity.ts";
import { isValidated } from "../initiative/initiative.policy.ts";

/** Examples are attached by people who write proposals; each proposal checks its own. Pure. */
export const examplePolicy = {
  attach: (viewer: Viewer, it: Pick<Initiative, "state" | "status">) => readingPolicy.hold(viewer) && isValidated(it),
};
