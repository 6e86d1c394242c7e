import { limits } from "@cahier/schema/limits";
import type { MergeProposalInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { isId, neededText } from "../../../platform/text/text.ts";
import { copyBeside } from "../scaffold/copy.writes.ts";
import { copyStatements } from "../statement/statement.writes.ts";
import { countChange, move, proposalToWrite } from "../proposal/proposal.writes.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import { proposalPolicy } from "../proposal/proposal.policy.ts";
import { proposalToMove } from "./state.writes.ts";
import { keepVersion } from "../version/version.writes.ts";

/**
 * Merges a proposal into another: the chosen sentences are copied with their sources; objections, asks and examples
 * too. The page of the merged one leads to the other; its words, history and authors stay.
 */
export async function mergeProposal(tx: Transaction, input: MergeProposalInput) {
  const { db, viewer, record } = tx;
  const intoId = input.intoId.toLowerCase();
  if (!isId(intoId) || intoId === input.id.toLowerCase()) throw new Refusal("UNKNOWN_CHOICE", "intoId");
  // Both are locked in one order, whichever is merged into the other.
  for (const id of [input.id.toLowerCase(), intoId].toSorted())
    if (isId(id)) await db.findOne(Proposals, { where: { id }, lock: { mode: "for_no_key_update" } });
  const { proposal: before, done } = await proposalToMove(tx, input, "MERGED");
  const reason = neededText(input.reason, "reason", limits["proposal.stateReason"]);
  if (done) {
    if (before.mergedIntoId !== intoId) throw new Refusal("NOT_NOW", "id", before.state);
    return { proposal: before };
  }
  const target = await proposalToWrite(db, viewer, intoId);
  if (target.groupId !== before.groupId || target.state !== "OPEN") throw new Refusal("UNKNOWN_CHOICE", "intoId");
  authorize(proposalPolicy.edit(viewer, target));

  await copyStatements(db, before.id, target.id, input.statementIds, "statementIds");
  await copyBeside(db, before, target);
  await countChange(db, target.id);
  const proposal = await move(tx, before, "MERGED", { reason, mergedIntoId: target.id });
  await keepVersion(tx, target, { reason, causes: [] });
  await record("proposal.merged", proposal, { intoId: target.id, reason });
  await record("proposal.tookIn", target, { fromId: proposal.id, reason });
  return { proposal };
}
