import type { RemoveAskInput, WriteAskInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, refuseStale } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { proposalToWrite } from "../proposal/proposal.writes.ts";
import { keepAsk } from "./ask.writes.ts";
import { Asks } from "./scaffold.entity.ts";
import { proposalPolicy } from "../proposal/proposal.policy.ts";
import { keepVersion } from "../version/version.writes.ts";

/** Writes an ask of an office. */
export async function writeAsk(tx: Transaction, input: WriteAskInput) {
  const proposal = await proposalToWrite(tx.db, tx.viewer, input.proposalId);
  authorize(proposalPolicy.edit(tx.viewer, proposal));
  return keepAsk(tx, proposal, input);
}

export async function removeAsk(tx: Transaction, input: RemoveAskInput) {
  const { db, viewer, record } = tx;
  authorize(readingPolicy.hold(viewer));
  const ask = isId(input.id)
    ? await db.findOne(Asks, { where: { id: input.id }, lock: { mode: "for_no_key_update" } })
    : null;
  // Taken out already, by this person or another: it is done.
  if (!ask) return {};
  const proposal = await proposalToWrite(db, viewer, ask.proposalId);
  authorize(proposalPolicy.edit(viewer, proposal));
  refuseStale(ask, input.version);
  await db.delete(Asks, ask.id);
  const { interlocutorId, text } = ask;
  await record("ask.removed", ask.id, { proposalId: proposal.id, interlocutorId, text });
  await keepVersion(tx, proposal);
  return { proposal };
}
