import type { Viewer } from "../../../platform/viewer.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import type { Proposal } from "./proposal.entity.ts";

/** Rights over a proposal. Pure: it looks at the rows it is given and nothing else. */
export const proposalPolicy = {
  /** Drafts and open proposals alone are written. */
  edit: (viewer: Viewer, { groupId, state }: Proposal) =>
    readingPolicy.hold(viewer, groupId) && (state === "DRAFT" || state === "OPEN"),
  publish: (viewer: Viewer, { groupId, state }: Proposal) => readingPolicy.hold(viewer, groupId) && state === "DRAFT",
  /** Public proposals that still stand may be carried. */
  carry: (viewer: Viewer, { groupId, state }: Pick<Proposal, "groupId" | "state">) =>
    readingPolicy.hold(viewer, groupId) && (state === "OPEN" || state === "STABILISED" || state === "ADOPTED"),
};
