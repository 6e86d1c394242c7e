import { limits } from "@cahier/schema/limits";
import type { AttachInitiativeInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { givenLine, isId } from "../../../platform/text/text.ts";
import { Initiatives } from "../initiative/initiative.entity.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { ProposalInitiatives } from "./scaffold.entity.ts";
import { keepVersion, type Why } from "../version/version.writes.ts";
import { isValidated } from "../initiative/initiative.policy.ts";

/** Makes an initiative an example of a proposal that is held, or says anew what it proves of it. */
export async function keepProof(tx: Transaction, proposal: Proposal, input: AttachInitiativeInput, why?: Why) {
  const { db, record } = tx;
  const proves = givenLine(input.proves, "proves", limits["proof.proves"]);
  // Held, so that it is not declined meanwhile.
  const initiative = isId(input.initiativeId)
    ? await db.findOne(Initiatives, { where: { id: input.initiativeId }, lock: { mode: "pessimistic_read" } })
    : null;
  if (!initiative) throw new Refusal("GONE", "initiativeId");
  if (!isValidated(initiative)) throw new Refusal("NOT_NOW", "initiativeId");

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
