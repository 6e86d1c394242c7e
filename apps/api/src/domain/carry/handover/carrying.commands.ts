import { m } from "@cahier/schema/messages";
import type { AnswerCarryingInput } from "../../../graphql/resolvers.generated.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { config } from "../../../platform/config.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Forbidden } from "../../../platform/refusal.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { leaveMail } from "../../../platform/mail/outbox.ts";
import { Interlocutors } from "../../ground/interlocutor/interlocutor.entity.ts";
import { Proposals } from "../../propose/proposal/proposal.entity.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import type { Handover } from "./handover.entity.ts";
import { handoverPolicy } from "./handover.policy.ts";
import { heldHandover, writeHandover } from "./handover.writes.ts";
import { carryInProposal } from "./proposal.writes.ts";

/** Asks the person who is to carry a proposal: on their desk, and by a mail. Nobody is named before they agreed. */
export async function askCarrier({ db, viewer }: Transaction, handover: Handover) {
  if (handover.carrierConsent !== "ASKED" || !sendsMail(config)) return;
  const person = await db.findOneByOrFail(Persons, { id: handover.carrierPersonId! });
  if (!person.email || !person.toldByMail || person.id === viewer.id) return;
  const [proposal, office] = await Promise.all([
    db.findOneByOrFail(Proposals, { id: handover.proposalId }),
    db.findOneByOrFail(Interlocutors, { id: handover.interlocutorId }),
  ]);
  const locale = person.language;
  const words = { number: proposal.number, title: proposal.title, office: office.name, ask: handover.ask };
  const link = siteAddress(locale, `/handovers/${handover.id}#carrying`);
  await leaveMail(db, {
    key: `carrying ${handover.id} ${handover.version}`,
    to: person.email,
    language: locale,
    subject: m.mail_carrying_subject({}, { locale }),
    text: m.mail_carrying_text({ ...words, link }, { locale }),
  });
}

export async function answerCarrying(tx: Transaction, { id, agreed }: AnswerCarryingInput) {
  const { db, viewer, record } = tx;
  if (!viewer.id) throw new Forbidden();
  const { handover: before, proposal } = await heldHandover(db, id);
  authorize(handoverPolicy.answerCarrying(viewer, before));
  const carrierConsent = agreed ? "AGREED" : "DECLINED";
  if (before.carrierConsent === carrierConsent) return { handover: before };
  const handover = await writeHandover(db, before, { carrierConsent });
  await record(agreed ? "handover.carrier_agreed" : "handover.carrier_declined", handover);
  if (agreed) await carryInProposal(tx, proposal, { kind: "PERSON", personId: viewer.id });
  return { handover };
}
