import { limits } from "@cahier/schema/limits";
import type {
  ProposalState,
  ReopenProposalInput,
  SetAsideProposalInput,
  StabiliseProposalInput,
  WithdrawProposalInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { neededText } from "../../../platform/text/text.ts";
import { move } from "../proposal/proposal.writes.ts";
import { proposalToMove } from "./state.writes.ts";

const reasonOf = ({ reason }: { reason: string }) => neededText(reason, "reason", limits["proposal.stateReason"]);

/** Stabilises a proposal: its words stand still until it is decided upon. */
export async function stabiliseProposal(tx: Transaction, input: StabiliseProposalInput) {
  const { proposal: before, done } = await proposalToMove(tx, input, "STABILISED");
  if (done) return { proposal: before };
  const proposal = await move(tx, before, "STABILISED", {});
  await tx.record("proposal.stabilised", proposal);
  return { proposal };
}

/** Opens a stabilised proposal, or one set aside, again. */
export const reopenProposal = (tx: Transaction, input: ReopenProposalInput) =>
  moveWithReason(tx, input, "OPEN", "proposal.reopened");

/** Sets a proposal aside, with a reason. */
export const setAsideProposal = (tx: Transaction, input: SetAsideProposalInput) =>
  moveWithReason(tx, input, "SET_ASIDE", "proposal.setAside");

/** Withdraws a proposal, on behalf of the people who carried it. */
export const withdrawProposal = (tx: Transaction, input: WithdrawProposalInput) =>
  moveWithReason(tx, input, "WITHDRAWN", "proposal.withdrawn");

async function moveWithReason(
  tx: Transaction,
  input: ReopenProposalInput | SetAsideProposalInput | WithdrawProposalInput,
  to: ProposalState,
  event: string,
) {
  const { proposal: before, done } = await proposalToMove(tx, input, to);
  const reason = reasonOf(input);
  if (done) return { proposal: before };
  // A draft is opened by publishing it, not by this act.
  if (before.state === "DRAFT") throw new Refusal("NOT_NOW", "id", before.state);
  const proposal = await move(tx, before, to, { reason });
  await tx.record(event, proposal, { reason });
  return { proposal };
}
