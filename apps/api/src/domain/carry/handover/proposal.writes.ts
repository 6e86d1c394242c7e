/** Parts that a handover says its proposal lacked are written there too, while it is open: nobody has to say it twice. */
import { randomUUID } from "node:crypto";
import type { CarrierInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import type { Interlocutor } from "../../ground/interlocutor/interlocutor.entity.ts";
import { canCarry } from "../../ground/role/role.queries.ts";
import type { Proposal } from "../../propose/proposal/proposal.entity.ts";
import { keepAsk } from "../../propose/scaffold/ask.writes.ts";
import { ProposalCarriers } from "../../propose/scaffold/proposalCarrier.entity.ts";
import { keepCarrier } from "../../propose/scaffold/proposalCarrier.writes.ts";
import { Asks } from "../../propose/scaffold/scaffold.entity.ts";

/** Writes what is asked of an office in a locked proposal that asks nothing of anybody yet. */
export async function askInProposal(tx: Transaction, proposal: Proposal, office: Interlocutor, text: string) {
  if (proposal.state !== "OPEN") return;
  const proposalId = proposal.id;
  const asks = await tx.db.findBy(Asks, { proposalId });
  if (asks.some((ask) => ask.text !== null)) return;
  const waiting = asks.find(({ interlocutorId }) => interlocutorId === office.id);
  const { id, version } = waiting ?? { id: randomUUID(), version: 0 };
  await keepAsk(tx, proposal, { id, proposalId, interlocutor: office.slug, text, version });
}

/** Names who carries a locked proposal that nobody carries yet; they agreed. A role may have ended since they were asked. */
export async function carryInProposal(tx: Transaction, proposal: Proposal, carrier: CarrierInput) {
  const proposalId = proposal.id;
  if (proposal.state !== "OPEN" || (await tx.db.existsBy(ProposalCarriers, { proposalId }))) return;
  const holds = `select from person p where p.id = $1 and ${canCarry}`;
  if (carrier.kind === "PERSON" && (await tx.db.query<[]>(holds, [carrier.personId])).length === 0) return;
  await keepCarrier(tx, proposal, { id: randomUUID(), proposalId, carrier });
}
