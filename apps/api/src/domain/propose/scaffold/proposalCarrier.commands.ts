import type { AddCarrierInput, AnswerCarrierInput, RemoveCarrierInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { recorder } from "../../../platform/journal.ts";
import { authorize, Forbidden, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { proposalToWrite } from "../proposal/proposal.writes.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import { proposalPolicy } from "../proposal/proposal.policy.ts";
import { ProposalCarriers } from "./proposalCarrier.entity.ts";
import { keepCarrier } from "./proposalCarrier.writes.ts";
import { keepVersion } from "../version/version.writes.ts";

/** Adds a carrier to a proposal. A person with an account is asked: nobody is named before they agreed. */
export async function addCarrier(tx: Transaction, input: AddCarrierInput) {
  const proposal = await proposalToWrite(tx.db, tx.viewer, input.proposalId);
  authorize(proposalPolicy.edit(tx.viewer, proposal));
  return keepCarrier(tx, proposal, input);
}

export async function removeCarrier(tx: Transaction, input: RemoveCarrierInput) {
  const { db, viewer, record } = tx;
  authorize(readingPolicy.hold(viewer));
  const carrier = isId(input.id) ? await db.findOneBy(ProposalCarriers, { id: input.id }) : null;
  // Taken out already, by this person or another: it is done.
  if (!carrier) return {};
  const proposal = await proposalToWrite(db, viewer, carrier.proposalId);
  authorize(proposalPolicy.edit(viewer, proposal));
  await db.delete(ProposalCarriers, carrier.id);
  await record("proposal.carrierRemoved", proposal, { carrierId: carrier.id, kind: carrier.kind });
  await keepVersion(tx, proposal);
  return { proposal };
}

/** Answers a request to carry a proposal: the person asked, and nobody for them. They may change their mind. */
export async function answerCarrier({ db, viewer, now }: Transaction, { id, agreed }: AnswerCarrierInput) {
  if (!viewer.id) throw new Forbidden();
  const carrier = isId(id)
    ? await db.findOne(ProposalCarriers, { where: { id }, lock: { mode: "for_no_key_update" } })
    : null;
  // A request made to somebody else, or for a draft, is not there.
  if (carrier?.personId !== viewer.id) throw new Refusal("GONE", "id");
  const consent = agreed ? "AGREED" : "DECLINED";
  const proposal = await db.findOneByOrFail(Proposals, { id: carrier.proposalId });
  if (proposal.state === "DRAFT") throw new Refusal("GONE", "id");
  if (carrier.consent === consent) return { proposal };
  await db.update(ProposalCarriers, carrier.id, { consent });
  // The history does not name a person who declined to be named.
  await recorder(db, visitor, now)(agreed ? "carrier.agreed" : "carrier.declined", carrier);
  return { proposal };
}
