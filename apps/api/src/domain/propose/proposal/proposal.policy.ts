import type { MissingPart } from "../../../graphql/resolvers.generated.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { benchPolicy } from "../../understand/passage/passage.policy.ts";
import type { Initiative } from "../initiative/initiative.entity.ts";
import type { Proposal } from "./proposal.entity.ts";

/** Who may do what with a proposal. Pure: it looks at the rows it is given and nothing else. */
export const proposalPolicy = {
  /** What was stabilised, or left the way, is no longer written. */
  edit: (viewer: Viewer, { groupId, state }: Proposal) =>
    benchPolicy.hold(viewer, groupId) && (state === "DRAFT" || state === "OPEN"),
  publish: (viewer: Viewer, { groupId, state }: Proposal) => benchPolicy.hold(viewer, groupId) && state === "DRAFT",
  /** Who may carry it: what is public and still stands. */
  carry: (viewer: Viewer, { groupId, state }: Pick<Proposal, "groupId" | "state">) =>
    benchPolicy.hold(viewer, groupId) && (state === "OPEN" || state === "STABILISED" || state === "ADOPTED"),
};

/** Who gives examples to proposals: whoever writes some; which ones, each proposal says. Pure. */
export const proofPolicy = {
  attach: (viewer: Viewer, { status }: Pick<Initiative, "status">) =>
    benchPolicy.hold(viewer) && status === "VALIDATED",
};

/** What a proposal holds, counted. */
export interface Parts {
  examples: number;
  exampleRegions: number;
  sources: number;
  objectionsWithReply: number;
  /** Those that must be answered, and are not. */
  blockingWithoutReply: number;
  interlocutorsWithAsk: number;
  carriers: number;
}

/** What a proposal lacks to be stabilised. */
export function missingParts(has: Parts): MissingPart[] {
  const missing: MissingPart[] = [];
  if (has.examples < 2 || has.exampleRegions < 2) missing.push("TWO_EXAMPLES_FROM_TWO_REGIONS");
  if (has.sources < 3) missing.push("THREE_SOURCES");
  if (has.objectionsWithReply < 1) missing.push("OBJECTION_WITH_REPLY");
  if (has.blockingWithoutReply > 0) missing.push("BLOCKING_OBJECTION_WITHOUT_REPLY");
  if (has.interlocutorsWithAsk < 1) missing.push("INTERLOCUTOR_WITH_ASK");
  if (has.carriers < 1) missing.push("CARRIER");
  return missing;
}
