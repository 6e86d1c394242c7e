import type { RemoveObjectionInput, WriteObjectionInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, refuseStale } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { proposalToWrite } from "../proposal/proposal.writes.ts";
import { keepObjection } from "./objection.writes.ts";
import { Objections } from "./scaffold.entity.ts";
import { proposalPolicy } from "../proposal/proposal.policy.ts";
import { keepVersion } from "../version/version.writes.ts";
import { whyOf } from "../version/why.ts";

/** Writes an objection to a proposal, its reply, and whether a reply is required. */
export async function writeObjection(tx: Transaction, input: WriteObjectionInput) {
  const proposal = await proposalToWrite(tx.db, tx.viewer, input.proposalId);
  authorize(proposalPolicy.edit(tx.viewer, proposal));
  return keepObjection(tx, proposal, input);
}

export async function removeObjection(tx: Transaction, input: RemoveObjectionInput) {
  const { db, viewer, record } = tx;
  authorize(readingPolicy.hold(viewer));
  const found = isId(input.id) ? await db.findOneBy(Objections, { id: input.id }) : null;
  // Taken out already, by this person or another: it is done.
  if (!found) return {};
  // The proposal is locked first, as in every act of its writers.
  const proposal = await proposalToWrite(db, viewer, found.proposalId);
  authorize(proposalPolicy.edit(viewer, proposal));
  const objection = await db.findOneBy(Objections, { id: found.id });
  if (!objection) return {};
  refuseStale(objection, input.version);
  await db.delete(Objections, objection.id);
  const { text, reply, blocking } = objection;
  await record("objection.removed", objection.id, { proposalId: proposal.id, text, reply, blocking });
  await keepVersion(tx, proposal, await whyOf(tx, input.why));
  return { proposal };
}
