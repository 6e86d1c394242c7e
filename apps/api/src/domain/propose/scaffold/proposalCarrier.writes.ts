import type { AddCarrierInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { carrierOf } from "./carrier.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { type ProposalCarrier, ProposalCarriers } from "./proposalCarrier.entity.ts";
import { keepVersion, type Why } from "../version/version.writes.ts";

/** Adds a carrier to a locked proposal; `why` goes with the version it makes. */
export async function keepCarrier(tx: Transaction, proposal: Proposal, input: AddCarrierInput, why?: Why) {
  const { db, viewer, record } = tx;
  if (!isId(input.id)) throw new Refusal("WRONG_KIND", "id");
  const id = input.id.toLowerCase();
  const { carrierKind, carrierName, carrierTerritoryId, carrierPersonId, carrierConsent } = await carrierOf(
    db,
    viewer,
    input.carrier,
  );
  const proposalId = proposal.id;
  const same = { proposalId, kind: carrierKind, name: carrierName };
  const before = await db.findBy(ProposalCarriers, same);
  const twin = before.find(
    ({ personId, territoryId }) => personId === carrierPersonId && territoryId === carrierTerritoryId,
  );
  if (twin && twin.consent !== "DECLINED") {
    // A retry finds it done.
    if (twin.id === id) return { proposal };
    throw new Refusal("ALREADY_THERE", "carrier.kind");
  }
  if (await db.existsBy(ProposalCarriers, { id })) throw new Refusal("CONFLICT", "id");
  if (twin) await db.delete(ProposalCarriers, twin.id);
  const position = ((await db.maximum(ProposalCarriers, "position", { proposalId })) ?? 0) + 1;
  const carrier: ProposalCarrier = {
    ...same,
    id,
    position,
    territoryId: carrierTerritoryId,
    personId: carrierPersonId,
    consent: carrierConsent,
    originId: null,
  };
  await db.insert(ProposalCarriers, carrier);
  // The journal keeps no name: it stays in the row, which can be erased.
  await record("proposal.carrierAdded", proposal, { carrierId: id, kind: carrierKind });
  await keepVersion(tx, proposal, why);
  return { proposal };
}
