import type { RemoveWorkInput, WriteWorkInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, refuseStale } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { proposalToWrite } from "../proposal/proposal.writes.ts";
import { proposalPolicy } from "../proposal/proposal.policy.ts";
import { keepVersion } from "../version/version.writes.ts";
import { Works } from "./work.entity.ts";
import { keepWork } from "./work.writes.ts";

/** Writes a reference of a proposal. */
export async function writeWork(tx: Transaction, input: WriteWorkInput) {
  const proposal = await proposalToWrite(tx.db, tx.viewer, input.proposalId);
  authorize(proposalPolicy.edit(tx.viewer, proposal));
  return keepWork(tx, proposal, input);
}

export async function removeWork(tx: Transaction, input: RemoveWorkInput) {
  const { db, viewer, record } = tx;
  authorize(readingPolicy.hold(viewer));
  const found = isId(input.id) ? await db.findOneBy(Works, { id: input.id }) : null;
  // Taken out already, by this person or another: it is done.
  if (!found) return {};
  const proposal = await proposalToWrite(db, viewer, found.proposalId);
  authorize(proposalPolicy.edit(viewer, proposal));
  const work = await db.findOneBy(Works, { id: found.id });
  if (!work) return {};
  refuseStale(work, input.version);
  await db.delete(Works, work.id);
  const { title, reference } = work;
  await record("work.removed", work.id, { proposalId: proposal.id, title, reference });
  await keepVersion(tx, proposal);
  return { proposal };
}
