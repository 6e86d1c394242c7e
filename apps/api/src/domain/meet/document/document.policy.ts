import type { Viewer } from "../../../platform/viewer.ts";
import type { Document } from "./document.entity.ts";

type Placed = Pick<Document, "groupId" | "kind">;

/** Roles that keep the documents of a group. */
export const keepers = ["FACILITATOR", "RAPPORTEUR", "ADMINISTRATOR"] as const;

/** Rights on documents. Pure. */
export const documentPolicy = {
  /** Puts documents on line in a group. */
  add: (viewer: Viewer, groupId: string) => keepers.some((role) => viewer.has(role, groupId)),
  /** The same, in some group. */
  addSome: (viewer: Viewer) => keepers.some((role) => viewer.has(role)),
  /** Documents that were sent or filled; templates and texts of the site do not change there. */
  change: (viewer: Viewer, { groupId, kind }: Placed) =>
    groupId !== null && (kind === "FILE" || kind === "SHEET") && documentPolicy.add(viewer, groupId),
  /** Rules on it, and reads it once it was taken away. */
  moderate: (viewer: Viewer, { groupId, kind }: Placed) =>
    groupId !== null && (kind === "FILE" || kind === "SHEET") && viewer.has("MODERATOR", groupId),
};

/** Groups whose drafts one reads; null for all. */
export function groupsKept(viewer: Viewer): string[] | null {
  const held = viewer.roles.filter(
    ({ role, groupId, territoryId }) => (groupId || !territoryId) && keepers.some((one) => one === role),
  );
  return held.some(({ groupId }) => !groupId) ? null : held.map(({ groupId }) => groupId!);
}
