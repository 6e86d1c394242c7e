import { m } from "@cahier/schema/messages";
import { type EntityManager, IsNull } from "typeorm";
import type { AnswerCarryingInput } from "../../../graphql/resolvers.generated.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { config } from "../../../platform/config.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Forbidden } from "../../../platform/refusal.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import type { Composed } from "../../../platform/mail/composer.ts";
import { leaveComposed, takeBackMails } from "../../../platform/mail/outbox.ts";
import { Interlocutors } from "../../ground/interlocutor/interlocutor.entity.ts";
import { Proposals } from "../../propose/proposal/proposal.entity.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import { type Handover, Handovers } from "./handover.entity.ts";
import { handoverPolicy } from "./handover.policy.ts";
import { heldHandover, writeHandover } from "./handover.writes.ts";
import { carryInProposal } from "./proposal.writes.ts";

/** Note stored with a mail, and read again as it leaves. */
interface Noted {
  handoverId: string;
  personId: string;
}

/** Asks the person who is to carry a proposal: on their desk, and by a mail. Nobody is named before they agreed. */
export async function askCarrier({ db, viewer }: Transaction, handover: Handover) {
  if (handover.carrierConsent !== "ASKED" || !sendsMail(config)) return;
  const person = await db.findOneByOrFail(Persons, { id: handover.carrierPersonId! });
  if (!person.email || !person.toldByMail || person.id === viewer.id) return;
  const noted: Noted = { handoverId: handover.id, personId: person.id };
  await leaveComposed(db, [
    {
      key: `carrying ${handover.id} ${handover.version}`,
      to: person.email,
      composer: "carrying",
      noted: JSON.stringify(noted),
      stopLink: null,
    },
  ]);
}

/** Takes back the requests that wait: another is asked, or nobody. */
export const forgetAsking = (db: EntityManager, id: string) => takeBackMails(db, `carrying ${id} `);

/** Writes the request as it leaves, of the ask as it is then; null once it was answered, or is no longer for this person. */
export async function composeCarrying(db: EntityManager, noted: string): Promise<Composed> {
  const { handoverId, personId } = JSON.parse(noted) as Noted;
  const asked = { id: handoverId, carrierPersonId: personId, carrierConsent: "ASKED" as const, endedAs: IsNull() };
  const handover = await db.findOneBy(Handovers, asked);
  if (!handover) return null;
  const [person, proposal, office] = await Promise.all([
    db.findOneByOrFail(Persons, { id: personId }),
    db.findOneByOrFail(Proposals, { id: handover.proposalId }),
    db.findOneByOrFail(Interlocutors, { id: handover.interlocutorId }),
  ]);
  const locale = person.language;
  const words = { number: proposal.number, title: proposal.title, office: office.name, ask: handover.ask };
  const link = siteAddress(locale, `/handovers/${handover.id}#carrying`);
  return {
    language: locale,
    subject: m.mail_carrying_subject({}, { locale }),
    text: m.mail_carrying_text({ ...words, link }, { locale }),
  };
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
