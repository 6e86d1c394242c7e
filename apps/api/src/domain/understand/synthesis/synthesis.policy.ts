import type { SynthesisRights } from "../../../graphql/resolvers.generated.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { readingPolicy } from "../passage/passage.policy.ts";
import type { SynthesisVersion } from "./synthesis.entity.ts";

interface Group {
  id: string;
  smallTeam: boolean;
}

/** Rights on the synthesis of a group. Pure; what a version lacks to be published is in synthesis.guard.ts. */
export const synthesisPolicy = {
  write: (viewer: Viewer, group: Group) => readingPolicy.hold(viewer, group.id),

  circulate: (viewer: Viewer, group: Group, version: Pick<SynthesisVersion, "state"> | null) =>
    readingPolicy.hold(viewer, group.id) && version?.state === "DRAFT",

  /** Another person than whoever made it circulate, unless the team is too small for one. */
  publish: (viewer: Viewer, group: Group, version: Pick<SynthesisVersion, "state" | "circulatedById"> | null) =>
    readingPolicy.hold(viewer, group.id) &&
    version?.state === "CIRCULATING" &&
    (group.smallTeam || version.circulatedById !== viewer.id),

  /** A draft alone: one that circulates was read by all. */
  remove: (viewer: Viewer, group: Group, version: Pick<SynthesisVersion, "state"> | null) =>
    readingPolicy.hold(viewer, group.id) && version?.state === "DRAFT",

  rights: (viewer: Viewer, group: Group, version: SynthesisVersion | null): SynthesisRights => ({
    write: synthesisPolicy.write(viewer, group),
    circulate: synthesisPolicy.circulate(viewer, group, version),
    publish: synthesisPolicy.publish(viewer, group, version),
    remove: synthesisPolicy.remove(viewer, group, version),
  }),
};
