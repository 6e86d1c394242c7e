import type { ProposalState } from "../graphql/operations.generated.ts";

/** True if the group is still to adopt a proposal, or not. */
export const toDecide = (state: ProposalState) => state === "OPEN" || state === "STABILISED";
