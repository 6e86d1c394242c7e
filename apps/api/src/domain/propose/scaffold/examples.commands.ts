import type { AttachInitiativeInput, DetachInitiativeInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { Initiatives } from "../initiative/initiative.entity.ts";
import { keepExample } from "./examples.writes.ts";
import { proposalToWrite } from "../proposal/proposal.writes.ts";
import { ProposalInitiatives } from "./scaffold.entity.ts";
import { proposalPolicy } from "../proposal/proposal.policy.ts";
import { keepVersion } from "../version/version.writes.ts";

/** Makes an initiative an example of a proposal, or rewrites what it proves. */
export async function attachInitiative(tx: Transaction, input: AttachInitiativeInput) {
  const proposal = await proposalToWrite(tx.db, tx.viewer, input.proposalId);
  authorize(proposalPolicy.edit(tx.viewer, proposal));
  return keepExample(tx, proposal, input);
}

/** Removes an example from a proposal. */
export async function detachInitiative(tx: Transaction, input: DetachInitiativeInput) {
  const { db, viewer, record } = tx;
  const proposal = await proposalToWrite(db, viewer, input.proposalId);
  authorize(proposalPolicy.edit(viewer, proposal));
  const initiative = isId(input.initiativeId) ? await db.findOneBy(Initiatives, { id: input.initiativeId }) : null;
  if (!initiative) throw new Refusal("GONE", "initiativeId");
  const link = { proposalId: proposal.id, initiativeId: initiative.id };
  const before = await db.findOneBy(ProposalInitiatives, link);
  // Removed already: it is done.
  if (!before) return { proposal, initiative };
  await db.delete(ProposalInitiatives, link);
  await keepVersion(tx, proposal);
  const told = { initiativeId: initiative.id, name: initiative.name, proves: before.proves };
  await record("proposal.initiativeDetached", proposal, told);
  return { proposal, initiative };
}
