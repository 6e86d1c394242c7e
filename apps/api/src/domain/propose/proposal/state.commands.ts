import { limits } from "@cahier/schema/limits";
import type {
  ProposalState,
  ReopenProposalInput,
  SetAsideProposalInput,
  StabiliseProposalInput,
  WithdrawProposalInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { neededText } from "../../../platform/text/text.ts";
import { benchPolicy } from "../../understand/passage/passage.policy.ts";
import { missingIn } from "./gate.queries.ts";
import { refuseStale } from "./proposal.commands.ts";
import { proposalToWrite } from "./proposal.writes.ts";
import { type Proposal, Proposals } from "./proposal.entity.ts";
import { asksForAll, mayGo } from "./proposal.state.ts";
import { keepVersion } from "./version.writes.ts";

/** What a move says beside where it goes. */
interface Move {
  reason?: string | null;
  mergedIntoId?: string;
}

/** A proposal that is to go somewhere, held until the end of the transaction; `done` when it is there already. */
export async function proposalToMove(tx: Transaction, { id, version }: StabiliseProposalInput, to: ProposalState) {
  const proposal = await proposalToWrite(tx.db, tx.viewer, id);
  authorize(benchPolicy.hold(tx.viewer, proposal.groupId));
  // Sent twice, or wished by two: it is done.
  if (proposal.state === to) return { proposal, done: true };
  if (!mayGo(proposal.state, to)) throw new Refusal("NOT_NOW", "id", proposal.state);
  refuseStale(proposal, version);
  if (asksForAll(to)) await refuseIncomplete(tx, proposal);
  return { proposal, done: false };
}

/** The only way a state is written: from one that leads there. The words it had are kept with the reason. */
export async function move(
  tx: Transaction,
  before: Proposal,
  to: ProposalState,
  { reason = null, mergedIntoId }: Move,
) {
  if (!mayGo(before.state, to)) throw new Refusal("NOT_NOW", "id", before.state);
  const moved = {
    state: to,
    stateOn: dayOf(tx.now),
    stateReason: reason,
    mergedIntoId: mergedIntoId ?? null,
    version: before.version + 1,
  };
  await tx.db.update(Proposals, before.id, moved);
  await keepVersion(tx, { ...before, ...moved });
  return { ...before, ...moved };
}

/** What is still missing, by name, refuses the move: the page says each in words. */
async function refuseIncomplete(tx: Transaction, proposal: Proposal) {
  const missing = await missingIn(tx, proposal);
  if (missing.length > 0) throw new Refusal("INCOMPLETE", "id", missing.join(" "));
}

const reasonOf = ({ reason }: { reason: string }) => neededText(reason, "reason", limits["proposal.stateReason"]);

/** Says that a proposal is whole, and to be decided upon: its words stand still. */
export async function stabiliseProposal(tx: Transaction, input: StabiliseProposalInput) {
  const { proposal: before, done } = await proposalToMove(tx, input, "STABILISED");
  if (done) return { proposal: before };
  const proposal = await move(tx, before, "STABILISED", {});
  await tx.record("proposal.stabilised", proposal);
  return { proposal };
}

/** Opens again what was stabilised, or set aside. */
export const reopenProposal = (tx: Transaction, input: ReopenProposalInput) =>
  moveWithReason(tx, input, "OPEN", "proposal.reopened");

/** Leaves a proposal where it is, with a reason. */
export const setAsideProposal = (tx: Transaction, input: SetAsideProposalInput) =>
  moveWithReason(tx, input, "SET_ASIDE", "proposal.setAside");

/** Takes a proposal back, for those who carried it. */
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
  // A draft becomes public by being published: there is nothing to open again.
  if (before.state === "DRAFT") throw new Refusal("NOT_NOW", "id", before.state);
  const proposal = await move(tx, before, to, { reason });
  await tx.record(event, proposal, { reason });
  return { proposal };
}
