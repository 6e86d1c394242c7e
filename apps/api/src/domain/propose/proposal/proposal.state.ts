/**
 * A state is written in one place: `move` takes a proposal from where it stands to where that may lead, and asks
 * the gate before STABILISED and ADOPTED, with what anybody may check. A property test walks any order of acts and
 * finds no other way.
 */
import type { ProposalState } from "../../../graphql/resolvers.generated.ts";

/** Where a proposal may go from where it stands. What was decided, merged, split or taken back goes nowhere any more. */
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

/** Whether a proposal may go from one state to another. Pure: what it must hold for that is the gate's to say. */
export const mayGo = (from: ProposalState, to: ProposalState) => ways[from].includes(to);

/** Whether it goes nowhere any more. */
export const isOver = (state: ProposalState) => ways[state].length === 0;

/** The acts after which it goes nowhere any more, as the journal names them: what waits for it hears them. */
export const endings = ["proposal.adopted", "proposal.merged", "proposal.split", "proposal.withdrawn"] as const;

/** The states that ask for a whole proposal: nothing missing, each blocking objection answered. */
export const asksForAll = (to: ProposalState) => to === "STABILISED" || to === "ADOPTED";
