import type { Viewer } from "../../../platform/viewer.ts";
import type { Territory } from "../../ground/territory/territory.entity.ts";
import type { Meeting } from "./meeting.entity.ts";

type Placed = Pick<Meeting, "groupId" | "kind" | "territoryId" | "regionId">;

/** Runs the meetings of a group. */
const runs = (viewer: Viewer, groupId: string) => viewer.has("FACILITATOR", groupId) || viewer.has("ADMINISTRATOR");

/** Territories where the viewer is a referent for a group; null for everywhere. */
const referentIn = (viewer: Viewer, groupId: string): string[] | null => {
  const held = viewer.roles.filter((one) => one.role === "REFERENT" && (!one.groupId || one.groupId === groupId));
  return held.some(({ territoryId }) => !territoryId) ? null : held.map(({ territoryId }) => territoryId!);
};

/** Rights on a meeting and its minutes. Pure. */
export const meetingPolicy = {
  /** Meetings of the whole group: those who run it. */
  announce: runs,
  /** Territories whose local meetings one may announce: null for all of them. */
  meetIn: (viewer: Viewer, groupId: string) => (runs(viewer, groupId) ? null : referentIn(viewer, groupId)),
  /** Some meeting of the group, of all of it or of a territory. */
  announceSome: (viewer: Viewer, groupId: string) =>
    runs(viewer, groupId) || (referentIn(viewer, groupId)?.length ?? 1) > 0,
  /** Some meeting of some group. */
  announceAny: (viewer: Viewer) => viewer.has("FACILITATOR") || viewer.has("REFERENT") || viewer.has("ADMINISTRATOR"),
  /** A local meeting in a territory, for some group: those who run one, and the referent of it or of the region around it. */
  announceIn: (viewer: Viewer, { id, regionId }: Pick<Territory, "id" | "regionId">) =>
    viewer.has("FACILITATOR") ||
    viewer.has("ADMINISTRATOR") ||
    viewer.roles.some(
      ({ role, territoryId }) =>
        role === "REFERENT" && (!territoryId || territoryId === id || territoryId === regionId),
    ),
  /** People who run the group, and for a local meeting the referent of its territory or of the region around it. */
  keep(viewer: Viewer, { groupId, kind, territoryId, regionId }: Placed): boolean {
    if (runs(viewer, groupId)) return true;
    const own = kind === "LOCAL" ? referentIn(viewer, groupId) : [];
    return own === null || own.some((id) => id === territoryId || id === regionId);
  },
};

/** Groups and territories whose drafts of meetings one reads; null for all. */
function draftsRead(viewer: Viewer): { groups: string[]; places: string[] } | null {
  const team = viewer.roles.filter(({ role }) =>
    ["FACILITATOR", "RAPPORTEUR", "ADMINISTRATOR", "REFERENT"].includes(role),
  );
  if (team.some(({ groupId, territoryId }) => !groupId && !territoryId)) return null;
  return {
    groups: team.flatMap(({ groupId, territoryId }) => (groupId && !territoryId ? [groupId] : [])),
    places: team.flatMap(({ territoryId }) => territoryId ?? []),
  };
}

/** The same, as the values of `draftsReadable`. */
export function draftsOf(viewer: Viewer): [string[] | null, string[] | null] {
  const read = draftsRead(viewer);
  return read ? [read.groups, read.places] : [null, null];
}
