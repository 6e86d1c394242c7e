import type { OrganisationRole } from "../../../graphql/resolvers.generated.ts";
import type { SignedIn, Viewer } from "../../../platform/viewer.ts";
import type { Organisation } from "./organisation.entity.ts";

/** Rights over organisations, given the part of the viewer in it. Pure. */
export const organisationPolicy = {
  /** Anybody with an account. */
  register: (viewer: Viewer): viewer is SignedIn => viewer.id !== null,
  /** Its page, its members and its links. */
  keep: (role: OrganisationRole | null) => role === "ADMINISTRATOR",
  /** True for a viewer who confirms organisations: those of the team who look after texts or run groups or the site. */
  confirm: (viewer: Viewer) => viewer.has("MODERATOR") || viewer.has("FACILITATOR") || viewer.has("ADMINISTRATOR"),
  /** Nobody confirms their own. */
  judge: (viewer: Viewer, { state }: Pick<Organisation, "state">, role: OrganisationRole | null) =>
    organisationPolicy.confirm(viewer) && role === null && state === "REGISTERED",
  ask: (viewer: Viewer, { state, status }: Pick<Organisation, "state" | "status">, role: OrganisationRole | null) =>
    viewer.id !== null && role === null && status === "VISIBLE" && (state === "REGISTERED" || state === "CONFIRMED"),
  /** Anybody reads the page of one that shows, and was not refused; its members and the team read all of them. */
  read: (viewer: Viewer, { state, status }: Pick<Organisation, "state" | "status">, role: OrganisationRole | null) =>
    (status === "VISIBLE" && state !== "REFUSED") || isIn(role) || organisationPolicy.confirm(viewer),
  /** Writes in its name. */
  speak: ({ state, status }: Pick<Organisation, "state" | "status">, role: OrganisationRole | null) =>
    isIn(role) && state === "CONFIRMED" && status === "VISIBLE",
};

/** True for a part of somebody who joined. Pure. */
export const isIn = (role: OrganisationRole | null) => role === "MEMBER" || role === "ADMINISTRATOR";
