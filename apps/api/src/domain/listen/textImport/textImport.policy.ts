import type { Viewer } from "../../../platform/viewer.ts";

/** Rights over imports. Pure. An import publishes: those who read for everybody, and those who run the group. */
export const textImportPolicy = {
  bring: (viewer: Viewer, groupId: string | null = null) =>
    viewer.has("RAPPORTEUR", groupId) || viewer.has("FACILITATOR", groupId),
};

/** The groups where the viewer may import: null for all of them, none for a visitor. */
export function importingGroups({ roles }: Viewer): string[] | null {
  const held = roles.filter(({ role }) => role === "RAPPORTEUR" || role === "FACILITATOR");
  const everywhere = held.some(({ groupId, territoryId }) => !groupId && !territoryId);
  return everywhere ? null : held.flatMap(({ groupId }) => groupId ?? []);
}
