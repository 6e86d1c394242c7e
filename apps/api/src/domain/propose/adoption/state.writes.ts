import type { ProposalState, StabiliseProposalInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { missingIn } from "../scaffold/gate.queries.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { asksForAll, mayGo } from "../proposal/proposal.state.ts";
import { proposalToWrite, refuseStale } from "../proposal/proposal.writes.ts";

/** Reads a proposal to move, locked until the end of the transaction; `done` if it is in that state already. */
export async function proposalToMove(tx: Transaction, { id, version }: StabiliseProposalInput, to: ProposalState) {
  const proposal = await proposalToWrite(tx.db, tx.viewer, id);
  authorize(readingPolicy.hold(tx.viewer, proposal.groupId));
  // A retry, or the same act by two people: it is done.
  if (proposal.state === to) return { proposal, done: true };
  if (!mayGo(proposal.state, to)) throw new Refusal("NOT_NOW", "id", proposal.state);
  refuseStale(proposal, version);
  if (asksForAll(to)) await refuseIncomplete(tx, proposal);
  return { proposal, done: false };
}

/** Refuses the move, with the names of the missing parts: the page puts each in words. */
async function refuseIncomplete(tx: Transaction, proposal: Proposal) {
  const missing = await missingIn(tx, proposal);
  if (missing.length > 0) throw new Refusal("INCOMPLETE", "id", missing.join(" "));
}
