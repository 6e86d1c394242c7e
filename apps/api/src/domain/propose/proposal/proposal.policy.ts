import type { Viewer } from "../../../platform/viewer.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import type { Proposal } from "./proposal.entity.ts";

/** Who may do what with a proposal. Pure: it looks at the rows it is given and nothing else. */
export const proposalPolicy = {
  /** What was stabilised, or left the way, is no longer written. */
  edit: (viewer: Viewer, { groupId, state }: Proposal) =>
    readingPolicy.hold(viewer, groupId) && (state === "DRAFT" || state === "OPEN"),
  publish: (viewer: Viewer, { groupId, state }: Proposal) => readingPolicy.hold(viewer, groupId) && state === "DRAFT",
  /** Who may carry it: what is public and still stands. */
  carry: (viewer: Viewer, { groupId, state }: Pick<Proposal, "groupId" | "state">) =>
    readingPolicy.hold(viewer, groupId) && (state === "OPEN" || state === "STABILISED" || state === "ADOPTED"),
};
