import type { Viewer } from "../../../platform/viewer.ts";
import type { Territory } from "../territory/territory.entity.ts";

/** Rights on the groups of territories, and on who is their referent. Pure. */
export const regionalGroupPolicy = {
  /** Opens and closes groups: those who run the site, or some group of work. */
  open: (viewer: Viewer) => viewer.has("ADMINISTRATOR") || viewer.has("FACILITATOR"),
  /** Joins one, or volunteers: anybody with an account. */
  join: (viewer: Viewer) => viewer.id !== null,
  /** Volunteers as the referent of a region or of a department of today. */
  volunteer: (viewer: Viewer, { kind }: Pick<Territory, "kind">) => viewer.id !== null && kind !== "REGION_2012",
  /** Is asked to: whoever is the referent there already is not. */
  askedToVolunteer: (viewer: Viewer, territory: Pick<Territory, "id" | "kind" | "regionId">) =>
    regionalGroupPolicy.volunteer(viewer, territory) &&
    ![territory.id, territory.regionId].some((id) => id !== null && viewer.has("REFERENT", id)),
};
