import type { Viewer } from "../../../platform/viewer.ts";
import { proposalPolicy } from "../../propose/proposal/proposal.policy.ts";

const working = ["FACILITATOR", "RAPPORTEUR", "MODERATOR", "ADMINISTRATOR", "REFERENT"] as const;

/** Rights on the chain of a group. Pure. */
export const chainPolicy = {
  /** All who work in it, wherever in it; a member does no work in it, and a referent of one territory is of no group. */
  see: (viewer: Viewer, groupId: string) => viewer.id !== null && working.some((role) => viewer.has(role, groupId)),
  /** Silent regions are for the referents of one of them, and for those who run the group. */
  stir: (viewer: Viewer, groupId: string, silent: readonly string[]) =>
    viewer.has("FACILITATOR", groupId) ||
    viewer.roles.some(
      (held) =>
        held.role === "REFERENT" &&
        (!held.groupId || held.groupId === groupId) &&
        (!held.territoryId || silent.includes(held.territoryId)),
    ),
  /** Work that is not public yet: for its writers, and those who run the group. */
  seeDrafts: (viewer: Viewer, groupId: string) => proposalPolicy.decide(viewer, { groupId }),
};
