import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type {
  CloseOfficeLinkInput,
  ConfirmOfficeReplyInput,
  DeclineOfficeReplyInput,
  MakeOfficeLinkInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { randomUUID } from "node:crypto";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { givenText, isId, neededLine, neededText } from "../../../platform/text/text.ts";
import { handoverToWrite, refusePrivateContact } from "../handover/handover.writes.ts";
import { writeReply } from "../handover/reply.writes.ts";
import { officeNamed } from "../../ground/interlocutor/interlocutor.writes.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { officeDigest } from "./office.code.ts";
import { OfficeLinks, OfficeReplies } from "./office.entity.ts";

/**
 * Makes the link for a letter: the one in force if any, with its contact brought up to date. Refused where somebody else
 * changed the contact since it was read.
 */
export async function makeOfficeLink(tx: Transaction, input: MakeOfficeLinkInput) {
  const { db, viewer, record, now } = tx;
  const { handover } = await handoverToWrite(tx, input.id);
  const contact = neededLine(input.contact, "contact", limits["office.contact"]);
  const before = await db
    .createQueryBuilder(OfficeLinks, "it")
    .where("it.handoverId = :id and it.endedOn is null", { id: handover.id })
    .getOne();
  if (before) {
    if (before.contact !== (input.was ?? null) && before.contact !== contact)
      throw new Refusal("STALE", "contact").with({ handover });
    await db.update(OfficeLinks, before.id, { contact });
    return { handover };
  }
  const id = randomUUID();
  const madeOn = dayOf(now);
  await db.insert(OfficeLinks, {
    id,
    handoverId: handover.id,
    codeDigest: officeDigest(id),
    contact,
    madeOn,
    madeById: viewer.id!,
  });
  await record("handover.link_made", handover);
  return { handover };
}

/** Closes the link of a lost letter: it opens nothing any more. */
export async function closeOfficeLink(tx: Transaction, input: CloseOfficeLinkInput) {
  const { db, record, now } = tx;
  const { handover } = await handoverToWrite(tx, input.id);
  const { affected } = await db
    .createQueryBuilder()
    .update(OfficeLinks)
    .set({ endedOn: dayOf(now) })
    .where("handoverId = :id and endedOn is null", { id: handover.id })
    .execute();
  if (affected) await record("handover.link_closed", handover);
  return { handover };
}

/** Confirms that a reply written by a link is the office's: from now on it is public. */
export async function confirmOfficeReply(tx: Transaction, input: ConfirmOfficeReplyInput) {
  const { db, viewer, now } = tx;
  const { reply, handover: before } = await replyToJudge(tx, input.id);
  const why = givenText(input.correction, "correction", limits["reply.correction"]);
  const correction = refusePrivateContact(why, "correction");
  const { stance, text } = reply;
  // A second press finds it confirmed.
  if (reply.status === "VISIBLE") return { handover: before };
  refuseStale(reply, input.version);
  if (reply.status !== "HELD") throw new Refusal("NOT_NOW", "id");
  const isPassedOn = stance === "PASSED_ON";
  if (isPassedOn && !input.passedTo) throw new Refusal("REQUIRED", "passedTo");
  const passedTo = isPassedOn ? await officeNamed(db, input.passedTo!, "passedTo") : null;
  if (passedTo?.id === before.interlocutorId) throw new Refusal("SAME_OFFICE", "passedTo");
  const handover = await writeReply(tx, before, {
    stance,
    text,
    // It may have been written before somebody noted that it was handed over.
    on: reply.sentOn < (before.handedOverOn ?? "") ? dayOf(now) : reply.sentOn,
    way: "LINK",
    passedToId: passedTo?.id ?? null,
    fileId: reply.attachmentId,
    correction,
  });
  const decided = { status: "VISIBLE" as const, statusOn: dayOf(now), decidedById: viewer.id, check: input.check };
  await db.update(OfficeReplies, reply.id, { ...decided, writer: null, version: reply.version + 1 });
  await tx.record("handover.office_confirmed", handover, { check: input.check });
  return { handover };
}

/** Refuses a reply that is not the office's, or may not be: its writer reads why, and may write again. */
export async function declineOfficeReply(tx: Transaction, input: DeclineOfficeReplyInput) {
  const { db, viewer, now } = tx;
  const { reply, handover } = await replyToJudge(tx, input.id);
  const reason = neededText(input.reason, "reason", limits["office.reason"]);
  if (reply.status === "HIDDEN" && reply.statusReason === reason) return { handover };
  refuseStale(reply, input.version);
  if (reply.status !== "HELD") throw new Refusal("NOT_NOW", "id");
  const decided = { status: "HIDDEN", statusReason: reason, statusOn: dayOf(now), decidedById: viewer.id } as const;
  await db.update(OfficeReplies, reply.id, { ...decided, writer: null, version: reply.version + 1 });
  await tx.record("handover.office_declined", handover, { reason });
  return { handover };
}

/** Reads a reply and its handover, locked until the end of the transaction. */
async function replyToJudge(tx: Transaction, id: string) {
  authorize(readingPolicy.hold(tx.viewer));
  const found = isId(id) ? await tx.db.findOneBy(OfficeReplies, { id }) : null;
  if (!found) throw notFound();
  const held = await handoverToWrite(tx, found.handoverId);
  // Read again, now that it is locked.
  return { ...held, reply: await tx.db.findOneByOrFail(OfficeReplies, { id: found.id }) };
}

/** Refuses what cannot be while words of the office wait: they are confirmed or declined first. */
export async function refuseWhileHeld(db: EntityManager, handoverId: string) {
  if (await db.existsBy(OfficeReplies, { handoverId, status: "HELD" })) throw new Refusal("NOT_NOW", "id");
}
