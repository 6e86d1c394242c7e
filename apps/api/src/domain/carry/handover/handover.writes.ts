import { type EntityManager, In } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf, firstYear } from "../../../platform/day.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { carriesPrivateContact } from "../../../platform/text/contact.ts";
import { isId } from "../../../platform/text/text.ts";
import { movedWith } from "../../ground/interlocutor/interlocutor.writes.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { type Proposal, Proposals } from "../../propose/proposal/proposal.entity.ts";
import { type Handover, Handovers } from "./handover.entity.ts";
import { handoverPolicy } from "./handover.policy.ts";

/** Reads a handover and its proposal, locked until the end of the transaction. */
export async function heldHandover(db: EntityManager, id: string): Promise<{ handover: Handover; proposal: Proposal }> {
  const handover = isId(id)
    ? await db.findOne(Handovers, { where: { id }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!handover) throw notFound();
  const proposal = await db.findOneOrFail(Proposals, {
    where: { id: handover.proposalId },
    lock: { mode: "for_no_key_update" },
  });
  return { handover, proposal };
}

/** Reads them the same way, for the team that holds the proposal. */
export async function handoverToWrite({ db, viewer }: Transaction, id: string) {
  authorize(readingPolicy.hold(viewer));
  const held = await heldHandover(db, id);
  authorize(handoverPolicy.hold(viewer, held.proposal));
  return held;
}

/** Changes a handover, as its next version. */
export async function writeHandover(db: EntityManager, before: Handover, change: Partial<Handover>): Promise<Handover> {
  const version = before.version + 1;
  await db.update(Handovers, before.id, { ...change, version });
  return { ...before, ...change, version };
}

/** Refuses a text that everybody reads at once and that carries an e-mail address or a telephone number. */
export function refusePrivateContact<Text extends string | null>(text: Text, field: string): Text {
  if (text && carriesPrivateContact(text)) throw new Refusal("PRIVATE_CONTACT", field);
  return text;
}

/** Refuses a day in the future, or of another century. */
export function refuseToCome(day: string, now: Date, field: string) {
  if (day < `${firstYear}`) throw new Refusal("OUT_OF_RANGE", field, `≥ ${firstYear}`);
  if (day > dayOf(now)) throw new Refusal("NOT_YET", field);
}

/** Moves handovers, and asks passed on, from a merged office to the one it went into; the journal lists them. */
export async function followMergedOffice({ db, record }: Transaction, from: string, into: string) {
  const handovers = (await db.findBy(Handovers, { interlocutorId: from })).map(({ id }) => id);
  const passedOn = (await db.findBy(Handovers, { replyPassedToId: from })).map(({ id }) => id);
  if (handovers.length + passedOn.length === 0) return;
  await db.update(Handovers, { interlocutorId: from }, { interlocutorId: into });
  await db.update(Handovers, { replyPassedToId: from }, { replyPassedToId: into });
  await record("interlocutor.handovers_moved", from, { into, handovers, passedOn });
}

/** Handovers that an office gets back once its merge is undone: those that nobody moved since. */
const toGiveBack = async (db: EntityManager, officeId: string, from: string) => ({
  handovers: {
    id: In(await movedWith(db, officeId, "interlocutor.handovers_moved", "handovers")),
    interlocutorId: from,
  },
  passedOn: {
    id: In(await movedWith(db, officeId, "interlocutor.handovers_moved", "passedOn")),
    replyPassedToId: from,
  },
});

/** Gives handovers, and asks passed on, back to an office whose merge is undone. */
export async function giveBackToOffice({ db }: Transaction, officeId: string, from: string) {
  const { handovers, passedOn } = await toGiveBack(db, officeId, from);
  await db.update(Handovers, handovers, { interlocutorId: officeId });
  await db.update(Handovers, passedOn, { replyPassedToId: officeId });
}
