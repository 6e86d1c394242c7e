import type { Viewer } from "../../../platform/viewer.ts";
import { proposalPolicy } from "../proposal/proposal.policy.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import type { Amendment } from "./amendment.entity.ts";

/** Rights over amendments. Pure. */
export const amendmentPolicy = {
  /** True if anybody sees its place: it is visible, or was before its author took it back. */
  isShown: ({ status, wasVisible }: Pick<Amendment, "status" | "wasVisible">) =>
    status === "VISIBLE" || (status === "WITHDRAWN" && wasVisible),
  /** Anybody, while the words of the proposal may still change. */
  propose: ({ state }: Pick<Proposal, "state">) => state === "OPEN",
  /** The people who write the proposal. */
  settle: (viewer: Viewer, proposal: Proposal, { state }: Pick<Amendment, "state">) =>
    state === "PROPOSED" && proposal.state === "OPEN" && proposalPolicy.edit(viewer, proposal),
  /** The same people take a refusal back, while its words are there and the text may still change. */
  reconsider: (viewer: Viewer, proposal: Proposal, { state, status }: Pick<Amendment, "state" | "status">) =>
    state === "REFUSED" && status === "VISIBLE" && proposal.state === "OPEN" && proposalPolicy.edit(viewer, proposal),
};
