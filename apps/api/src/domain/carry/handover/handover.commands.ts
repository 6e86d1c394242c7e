import { limits } from "@cahier/schema/limits";
import type {
  CarrierInput,
  EditHandoverInput,
  HandOverInput,
  OpenHandoverInput,
  TakeBackHandingOverInput,
} from "../../../graphql/resolvers.generated.ts";
import { editInstead, saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { isId, neededLine, neededText } from "../../../platform/text/text.ts";
import { officeNamed } from "../../ground/interlocutor/interlocutor.writes.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { type Proposal, Proposals } from "../../propose/proposal/proposal.entity.ts";
import { keepVersion } from "../../propose/version/version.writes.ts";
import { askCarrier, forgetAsking } from "./carrying.commands.ts";
import { carrierOf, sameCarrier } from "../../propose/scaffold/carrier.ts";
import { askInProposal, carryInProposal } from "./proposal.writes.ts";
import { type Handover, Handovers } from "./handover.entity.ts";
import { handoverPolicy } from "./handover.policy.ts";
import { forgetReminders } from "./reminder.jobs.ts";
import { handoverToWrite, refusePrivateContact, refuseToCome, writeHandover } from "./handover.writes.ts";

export async function openHandover(tx: Transaction, input: OpenHandoverInput) {
  const { db, viewer, record, now } = tx;
  authorize(readingPolicy.hold(viewer));
  if (!isId(input.key)) throw new Refusal("WRONG_KIND", "key");
  // Locked, so that a retry that overtakes the first waits here, and finds it done.
  const proposal = isId(input.proposalId)
    ? await db.findOne(Proposals, { where: { id: input.proposalId }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!proposal) throw notFound();
  authorize(handoverPolicy.hold(viewer, proposal));
  if (proposal.state === "DRAFT") throw new Refusal("STILL_A_DRAFT", "proposalId");
  authorize(handoverPolicy.carry(viewer, proposal));
  const office = await officeNamed(db, input.interlocutor, "interlocutor");
  const ask = refusePrivateContact(neededLine(input.ask, "ask", limits["ask.text"]), "ask");
  const carrier = await carrierOf(db, viewer, input.carrier);

  const id = input.key.toLowerCase();
  const before = await db.findOneBy(Handovers, { id });
  if (before && (before.proposalId !== proposal.id || before.interlocutorId !== office.id))
    throw new Refusal("CONFLICT", "key");
  if (before) return editInstead(() => editHandover(tx, { id, version: 1, ask, carrier: input.carrier }));
  const opened = { proposalId: proposal.id, interlocutorId: office.id, ask, ...carrier, openedOn: dayOf(now) };
  await db.insert(Handovers, { id, ...opened, openedById: viewer.id, log: [] });
  const handover = await db.findOneByOrFail(Handovers, { id });
  await record("handover.opened", handover, opened);
  await askInProposal(tx, proposal, office, ask);
  await nameCarrier(tx, proposal, handover, input.carrier);
  return { handover };
}

export async function editHandover(tx: Transaction, input: EditHandoverInput) {
  const { db, viewer, record } = tx;
  const { handover: before, proposal } = await handoverToWrite(tx, input.id);
  const ask = refusePrivateContact(neededLine(input.ask, "ask", limits["ask.text"]), "ask");
  const chosen = input.carrier ? await carrierOf(db, viewer, input.carrier) : before;
  const isSame = sameCarrier(chosen, before);
  if (isSame && before.ask === ask) return { handover: before };
  refuseStale(before, input.version);
  const { carrierKind, carrierName, carrierTerritoryId, carrierPersonId, carrierConsent } = isSame ? before : chosen;
  const to = { ask, carrierKind, carrierName, carrierTerritoryId, carrierPersonId, carrierConsent };
  const handover = await writeHandover(db, before, to);
  const from = Object.fromEntries(Object.keys(to).map((name) => [name, before[name as keyof Handover]]));
  await record("handover.edited", handover, { from, to });
  if (isSame) return { handover };
  await forgetAsking(db, handover.id);
  await forgetReminders(db, handover.id);
  await nameCarrier(tx, proposal, handover, input.carrier!);
  return { handover };
}

/** A person with an account is asked; all others agreed, and are named in the proposal too. */
const nameCarrier = (tx: Transaction, proposal: Proposal, handover: Handover, carrier: CarrierInput) =>
  handover.carrierConsent === "ASKED" ? askCarrier(tx, handover) : carryInProposal(tx, proposal, carrier);

export async function handOver(tx: Transaction, input: HandOverInput) {
  const { db, record, now } = tx;
  const { handover: before, proposal } = await handoverToWrite(tx, input.id);
  if (proposal.state === "DRAFT") throw new Refusal("STILL_A_DRAFT", "id");
  const title = neededLine(input.documentTitle, "documentTitle", limits["handover.document"]);
  const documentTitle = refusePrivateContact(title, "documentTitle");
  const { on: handedOverOn } = input;
  const replyBy = input.replyBy ?? null;
  refuseToCome(handedOverOn, now, "on");
  if (before.contactedOn && handedOverOn < before.contactedOn) throw new Refusal("DAYS_OUT_OF_ORDER", "on");
  if (before.repliedOn && handedOverOn > before.repliedOn) throw new Refusal("DAYS_OUT_OF_ORDER", "on");
  if (replyBy && replyBy < handedOverOn) throw new Refusal("DAYS_OUT_OF_ORDER", "replyBy");
  if (saysAlready(before, { documentTitle, handedOverOn, replyBy })) return { handover: before };
  refuseStale(before, input.version);
  // A correction keeps the version that was handed over.
  const carried = before.handedOverOn
    ? { proposalVersion: before.proposalVersion, workingVersion: before.workingVersion }
    : { proposalVersion: await keepVersion(tx, proposal), workingVersion: proposal.state !== "ADOPTED" };
  const to = { documentTitle, handedOverOn, replyBy, contactedOn: before.contactedOn ?? handedOverOn, ...carried };
  const handover = await writeHandover(db, before, { ...to, handingTakenBackOn: null, handingTakenBackBecause: null });
  if (replyBy !== before.replyBy) await forgetReminders(db, before.id);
  const from = Object.fromEntries(Object.keys(to).map((name) => [name, before[name as keyof Handover]]));
  await record("handover.handed", handover, { from, to });
  return { handover };
}

/**
 * Takes a handing over back that never was: the proposal is as it was before, and its page says why. A reply stands on
 * it, and has to go first; rooms that hold what an office wrote refuse it as they hear of it.
 */
export async function takeBackHandingOver(tx: Transaction, input: TakeBackHandingOverInput) {
  const { db, record, now } = tx;
  const { handover: before } = await handoverToWrite(tx, input.id);
  const given = neededText(input.reason, "reason", limits["reply.correction"]);
  const reason = refusePrivateContact(given, "reason");
  // A second press finds it taken back.
  if (!before.handedOverOn && before.handingTakenBackBecause === reason) return { handover: before };
  if (!before.handedOverOn) throw new Refusal("NOT_HANDED_OVER");
  refuseStale(before, input.version);
  if (before.repliedOn) throw new Refusal("NOT_NOW", "id");
  const { contactedOn, log, handedOverOn, documentTitle, replyBy, proposalVersion, workingVersion } = before;
  // The first contact that the handing over was goes with it; one of an earlier day, or told in the log, stays.
  const wasContact = contactedOn === handedOverOn && !log.some(({ isContact }) => isContact);
  const handover = await writeHandover(db, before, {
    contactedOn: wasContact ? null : contactedOn,
    ...{ handedOverOn: null, documentTitle: null, replyBy: null, proposalVersion: null, workingVersion: false },
    ...{ handingTakenBackOn: dayOf(now), handingTakenBackBecause: reason },
  });
  await forgetReminders(db, before.id);
  const from = { contactedOn, handedOverOn, documentTitle, replyBy, proposalVersion, workingVersion };
  await record("handover.handing_taken_back", handover, { from, reason });
  return { handover };
}
