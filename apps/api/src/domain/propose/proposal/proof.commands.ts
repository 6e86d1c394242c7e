import { limits } from "@cahier/schema/limits";
import type { AttachInitiativeInput, DetachInitiativeInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { givenLine, isId } from "../../../platform/text/text.ts";
import { Initiatives } from "../initiative/initiative.entity.ts";
import { proposalToWrite } from "./proposal.writes.ts";
import { ProposalInitiatives } from "./proposal.entity.ts";
import { proposalPolicy } from "./proposal.policy.ts";
import { keepVersion, type Why } from "./version.writes.ts";

/** Makes an initiative an example of a proposal, or says anew what it proves of it. */
export async function attachInitiative(tx: Transaction, input: AttachInitiativeInput, why?: Why) {
  const { db, viewer, record } = tx;
  const proposal = await proposalToWrite(db, viewer, input.proposalId);
  authorize(proposalPolicy.edit(viewer, proposal));
  const proves = givenLine(input.proves, "proves", limits["proof.proves"]);
  // Held, so that it is not declined meanwhile.
  const initiative = isId(input.initiativeId)
    ? await db.findOne(Initiatives, { where: { id: input.initiativeId }, lock: { mode: "pessimistic_read" } })
    : null;
  if (!initiative) throw new Refusal("GONE", "initiativeId");
  if (initiative.status !== "VALIDATED") throw new Refusal("NOT_NOW", "initiativeId");

  const link = { proposalId: proposal.id, initiativeId: initiative.id };
  const proof = { ...link, proves };
  const before = await db.findOneBy(ProposalInitiatives, link);
  // Sent twice, or wished by two: it is done.
  if (before?.proves === proves) return { proof };
  if (before && before.proves !== (input.was ?? null))
    throw new Refusal("STALE", "proves", before.proves).with({ current: before });
  if (before) await db.update(ProposalInitiatives, link, { proves });
  else await db.insert(ProposalInitiatives, proof);
  const told = { initiativeId: initiative.id, name: initiative.name, proves };
  if (before) await record("proposal.proofReworded", proposal, { ...told, from: before.proves });
  else await record("proposal.initiativeAttached", proposal, told);
  await keepVersion(tx, proposal, why);
  return { proof };
}

/** Takes an example off a proposal. */
export async function detachInitiative(tx: Transaction, input: DetachInitiativeInput) {
  const { db, viewer, record } = tx;
  const proposal = await proposalToWrite(db, viewer, input.proposalId);
  authorize(proposalPolicy.edit(viewer, proposal));
  const initiative = isId(input.initiativeId) ? await db.findOneBy(Initiatives, { id: input.initiativeId }) : null;
  if (!initiative) throw new Refusal("GONE", "initiativeId");
  const link = { proposalId: proposal.id, initiativeId: initiative.id };
  const before = await db.findOneBy(ProposalInitiatives, link);
  // Taken off already: it is done.
  if (!before) return { proposal, initiative };
  await db.delete(ProposalInitiatives, link);
  await keepVersion(tx, proposal);
  const told = { initiativeId: initiative.id, name: initiative.name, proves: before.proves };
  await record("proposal.initiativeDetached", proposal, told);
  return { proposal, initiative };
}
