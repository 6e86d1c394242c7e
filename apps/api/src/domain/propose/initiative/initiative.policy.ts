/**
 * A proposed initiative is public at once, as the rows of an imported table, unless it carries a link or contact details;
 * it proves nothing until somebody validates it. Its author keeps a private link to follow it, and to take it back.
 */
import type { Viewer } from "../../../platform/viewer.ts";
import type { Initiative } from "./initiative.entity.ts";

/** Rights over the sheets of initiatives. Pure. */
export const initiativePolicy = {
  /** Validates, sends back, declines, rewrites, imports: those who read for everybody, and those who run the group. */
  judge: (viewer: Viewer, groupId: string | null = null) =>
    viewer.has("RAPPORTEUR", groupId) || viewer.has("FACILITATOR", groupId),
};

/** An initiative that can prove something. */
export const isValidated = ({ state, status }: Pick<Initiative, "state" | "status">) =>
  state === "VALIDATED" && status === "VISIBLE";

/** The groups whose sheets the viewer judges: null for all of them, none for a visitor. */
export function judgedGroups({ roles }: Viewer): string[] | null {
  const held = roles.filter(({ role }) => role === "RAPPORTEUR" || role === "FACILITATOR");
  const everywhere = held.some(({ groupId, territoryId }) => !groupId && !territoryId);
  return everywhere ? null : held.flatMap(({ groupId }) => groupId ?? []);
}
