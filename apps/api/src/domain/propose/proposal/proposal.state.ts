/**
 * A state is written in one place: `move` takes a proposal to an allowed next state, and asks the gate before
 * STABILISED and ADOPTED, from public data that anybody may check. A property test plays acts in any order and finds
 * no other way.
 */
import type { ProposalState } from "../../../graphql/resolvers.generated.ts";

/** Allowed moves from each state. Adopted, merged, split or withdrawn is final. */
const ways: Record<ProposalState, readonly ProposalState[]> = {
  DRAFT: ["OPEN"],
  OPEN: ["STABILISED", "MERGED", "SPLIT", "SET_ASIDE", "WITHDRAWN"],
  STABILISED: ["OPEN", "ADOPTED", "MERGED", "SPLIT", "SET_ASIDE", "WITHDRAWN"],
  ADOPTED: [],
  MERGED: [],
  SPLIT: [],
  SET_ASIDE: ["OPEN"],
  WITHDRAWN: [],
};

/** True if a proposal may go from one state to another. Pure: the gate checks its parts. */
export const mayGo = (from: ProposalState, to: ProposalState) => ways[from].includes(to);

/** True if the state is final. */
export const isOver = (state: ProposalState) => ways[state].length === 0;

/** True if the group is still to adopt it, or not. */
export const isToDecide = (state: ProposalState) => state === "OPEN" || state === "STABILISED";

/** Journal events after which a proposal is final: acts that wait for it listen to them. */
export const endings = ["proposal.adopted", "proposal.merged", "proposal.split", "proposal.withdrawn"] as const;

/** States that need a complete proposal: nothing missing, each blocking objection answered. */
export const asksForAll = (to: ProposalState) => to === "STABILISED" || to === "ADOPTED";
