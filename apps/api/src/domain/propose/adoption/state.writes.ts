import type { EntityManager } from "typeorm";
import type { ProposalState, StabiliseProposalInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { missingIn } from "../scaffold/gate.queries.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { proposalPolicy } from "../proposal/proposal.policy.ts";
import { RecordedAdoptions } from "./adoption.entity.ts";
import { asksForAll, mayGo } from "../proposal/proposal.state.ts";
import { proposalToDecide, proposalToWrite } from "../proposal/proposal.writes.ts";

/** Reads a proposal to move, locked until the end of the transaction; `done` if it is in that state already. */
export async function proposalToMove(tx: Transaction, input: StabiliseProposalInput, to: ProposalState) {
  const proposal = await proposalToWrite(tx.db, tx.viewer, input.id);
  authorize(readingPolicy.hold(tx.viewer, proposal.groupId));
  return moving(tx, proposal, input, to);
}

/** The same for the decision of the group, which whoever runs its meetings may record. */
export async function proposalToAdopt(tx: Transaction, input: StabiliseProposalInput) {
  const proposal = await proposalToDecide(tx.db, tx.viewer, input.id);
  authorize(proposalPolicy.decide(tx.viewer, proposal));
  return moving(tx, proposal, input, "ADOPTED");
}

async function moving(tx: Transaction, proposal: Proposal, { version }: StabiliseProposalInput, to: ProposalState) {
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

/** Forgets an adoption that nobody confirmed. */
export const forgetRecorded = (db: EntityManager, proposalId: string) => db.delete(RecordedAdoptions, { proposalId });
