import type { Viewer } from "../../../platform/viewer.ts";
import type { WorkingGroup } from "./group.entity.ts";

/** Rights over a group. Pure. */
export const groupPolicy = {
  /** Its ways of working are set by those who run it. */
  run: (viewer: Viewer, groupId: string) => viewer.has("FACILITATOR", groupId) || viewer.has("ADMINISTRATOR"),
  /** Begun by an administrator, or by a facilitator of the whole site: whoever begins it runs it. */
  launch: (viewer: Viewer) =>
    viewer.has("ADMINISTRATOR") ||
    viewer.roles.some(({ role, groupId, territoryId }) => role === "FACILITATOR" && !groupId && !territoryId),
  /** Its team alone sees it while it is in preparation. */
  read: (viewer: Viewer, { id, preparing }: Pick<WorkingGroup, "id" | "preparing">) =>
    !preparing || viewer.roles.some(({ groupId }) => groupId === id) || groupPolicy.readPreparing(viewer),
  /** Its team, those who may begin one among them, does all for real before it opens. */
  rehearse: (viewer: Viewer, group: Pick<WorkingGroup, "id" | "preparing">) =>
    group.preparing && groupPolicy.team(viewer, group.id),
  team: (viewer: Viewer, id: string) => viewer.id !== null && groupPolicy.read(viewer, { id, preparing: true }),
  /** Groups in preparation are all seen by those who may begin one. */
  readPreparing: (viewer: Viewer) => groupPolicy.launch(viewer),
};
