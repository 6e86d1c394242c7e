/**
 * Replies have one way in: typed by the team or sent by the office, all go through `writeReply`, which tells the
 * authors whose words fed the proposal, once.
 */
import type { ReplyStance, ReplyWay } from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { keepFile } from "../../ground/attachment/attachment.writes.ts";
import { Commitments, type Handover } from "./handover.entity.ts";
import { refuseToCome, writeHandover } from "./handover.writes.ts";
import { forgetReminders } from "./reminder.jobs.ts";

/** An office's reply, as it is to be kept. */
export interface WrittenReply {
  stance: ReplyStance;
  text: string;
  /** The day it was given; today by default. */
  on?: string;
  way: ReplyWay;
  /** The office that the ask is passed on to, for a reply that passes it on. */
  passedToId?: string | null;
  fileId?: string | null;
  /** Reason of a correction; required when there is a reply already. */
  correction?: string | null;
}

/** A reply as the row of its handover keeps it. */
const keptReply = (before: Handover, { stance, text, on, way, passedToId = null, fileId }: WrittenReply) => ({
  repliedOn: on,
  replyStance: stance,
  replyText: text,
  replyWay: way,
  replyPassedToId: stance === "PASSED_ON" ? passedToId : null,
  replyFileId: fileId === undefined ? before.replyFileId : fileId,
});

/** A follow-up that goes on. */
const unended = { endedOn: null, endedAs: null, endReason: null };

/** True if that is the reply already: a retry finds it. */
export const isReplied = (before: Handover, reply: WrittenReply) => saysAlready(before, keptReply(before, reply));

/**
 * Writes the reply to a handover, the only function that does. The caller locks the handover and has checked the texts.
 * A second reply is a correction, with a reason; the former one stays in the journal. A first
 * reply reopens a follow-up that had ended.
 */
export async function writeReply(
  { db, record, now }: Transaction,
  before: Handover,
  reply: WrittenReply,
): Promise<Handover> {
  if (!before.handedOverOn) throw new Refusal("NOT_HANDED_OVER");
  const { on = dayOf(now), correction = null } = reply;
  refuseToCome(on, now, "on");
  if (on < before.handedOverOn) throw new Refusal("DAYS_OUT_OF_ORDER", "on");
  const isCorrection = before.repliedOn !== null;
  if (isReplied(before, { ...reply, on })) return before;
  if (isCorrection && !correction) throw new Refusal("REQUIRED", "correction");
  const to = keptReply(before, { ...reply, on });
  const from = Object.fromEntries(Object.keys(to).map((name) => [name, before[name as keyof Handover]]));
  const more = isCorrection
    ? { replyCorrectedOn: dayOf(now), replyCorrection: correction }
    : { ...unended, replyCorrectedOn: null, replyCorrection: null };
  const handover = await writeHandover(db, before, { ...to, ...more });
  await keepFile(db, { kind: "HANDOVER", id: before.id, handoverId: before.id }, to.replyFileId);
  await forgetReminders(db, before.id);
  if (isCorrection) await record("handover.reply_corrected", handover, { from, to, correction });
  else await record("handover.replied", handover, to);
  return handover;
}

/**
 * Takes a reply back that was recorded by error, with what it undertook: the handover waits for its answer again, and
 * says why. The journal keeps what was there.
 */
export async function clearReply({ db, record, now }: Transaction, before: Handover, reason: string) {
  const commitments = await db.find(Commitments, { where: { handoverId: before.id }, order: { id: "ASC" } });
  await db.delete(Commitments, { handoverId: before.id });
  const none = {
    repliedOn: null,
    replyStance: null,
    replyText: null,
    replyWay: null,
    replyPassedToId: null,
    replyFileId: null,
  };
  const from = Object.fromEntries(Object.keys(none).map((name) => [name, before[name as keyof Handover]]));
  const said = { replyCorrectedOn: dayOf(now), replyCorrection: reason };
  const handover = await writeHandover(db, before, { ...none, ...unended, ...said });
  await keepFile(db, { kind: "HANDOVER", id: before.id, handoverId: before.id }, null);
  await record("handover.reply_taken_back", handover, { from, commitments, reason });
  return handover;
}
