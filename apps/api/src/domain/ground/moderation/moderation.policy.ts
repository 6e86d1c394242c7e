/** A group without a moderator is moderated by its facilitators, so that no text waits for nobody. */
import type { HeldRole, Viewer } from "../../../platform/viewer.ts";

/** Roles of a viewer who may have texts to rule on. */
const ruling = (role: HeldRole["role"]) => role === "MODERATOR" || role === "FACILITATOR";

/** Rights over texts that wait. Pure. */
export const moderationPolicy = {
  /** True for a viewer who may have groups to moderate: which ones, the desk says. */
  hold: (viewer: Viewer) => viewer.id !== null && viewer.roles.some(({ role }) => ruling(role)),
  /** Rules on the texts of a group; null: on those that moderators of any group rule on. */
  rule: (viewer: Viewer, groupId: string | null, hasModerator: boolean) =>
    viewer.has("MODERATOR", groupId ?? undefined) || (!hasModerator && viewer.has("FACILITATOR", groupId ?? undefined)),
  /** True for a viewer who may have appeals to decide. */
  judge: (viewer: Viewer) => moderationPolicy.hold(viewer) || (viewer.id !== null && viewer.has("ADMINISTRATOR")),
  /** Decides an appeal: another person of the group, or, where it has no other, of another group, or the administrator. */
  decide: (
    viewer: Viewer,
    { groupId, ruledById }: { groupId: string | null; ruledById: string },
    { moderated, hasOther }: { moderated: boolean; hasOther: boolean },
  ) =>
    viewer.id !== null &&
    viewer.id !== ruledById &&
    (hasOther
      ? moderationPolicy.rule(viewer, groupId, moderated)
      : viewer.has("MODERATOR") || viewer.has("ADMINISTRATOR")),
};
