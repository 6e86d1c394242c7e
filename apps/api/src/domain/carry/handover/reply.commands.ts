import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { RecordReplyInput, TakeBackReplyInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Refusal, refuseStale } from "../../../platform/refusal.ts";
import { givenText, neededText } from "../../../platform/text/text.ts";
import { attachmentNamed } from "../../ground/attachment/attachment.writes.ts";
import { officeNamed } from "../../ground/interlocutor/interlocutor.writes.ts";
import type { Handover } from "./handover.entity.ts";
import { handoverToWrite, refusePrivateContact } from "./handover.writes.ts";
import { clearReply, isReplied, writeReply } from "./reply.writes.ts";

/** Records a reply that came by post, by mail or by mouth, typed in by the team. */
export async function recordReply(tx: Transaction, input: RecordReplyInput) {
  const { handover: before } = await handoverToWrite(tx, input.id);
  if (!before.handedOverOn) throw new Refusal("NOT_HANDED_OVER");
  const { stance, on, way } = input;
  const written = neededText(input.text, "text", limits["reply.text"]);
  // Words that an office wrote by its link stay as they came.
  const text = written === before.replyText ? written : refusePrivateContact(written, "text");
  const reason = givenText(input.correction, "correction", limits["reply.correction"]);
  const correction = refusePrivateContact(reason, "correction");
  // An office writes its own reply by its link; the team types the others.
  if (way === "LINK" && before.replyWay !== "LINK") throw new Refusal("UNKNOWN_CHOICE", "way");
  if (stance === "PASSED_ON" && !input.passedTo) throw new Refusal("REQUIRED", "passedTo");
  const passedTo = stance === "PASSED_ON" ? await officeNamed(tx.db, input.passedTo!, "passedTo") : null;
  if (passedTo?.id === before.interlocutorId) throw new Refusal("SAME_OFFICE", "passedTo");
  const file = input.file ? await attachmentNamed(tx.db, { handoverId: before.id, linkId: null }, input.file) : null;
  const passedToId = passedTo?.id ?? null;
  const fileId = input.file === undefined ? undefined : (file?.id ?? null);
  const reply = { stance, text, on, way, passedToId, fileId, correction };
  if (!isReplied(before, reply)) refuseStale(before, input.version);
  return { handover: await writeReply(tx, before, reply) };
}

/** Takes a reply back that the office never gave. One that it wrote by its link was confirmed with it: it is put right, not taken back. */
export async function takeBackReply(tx: Transaction, input: TakeBackReplyInput) {
  const { handover: before } = await handoverToWrite(tx, input.id);
  const given = neededText(input.reason, "reason", limits["reply.correction"]);
  const reason = refusePrivateContact(given, "reason");
  // A second press finds it taken back.
  if (!before.repliedOn && before.replyCorrection === reason) return { handover: before };
  if (!before.repliedOn) throw new Refusal("NO_REPLY_YET");
  refuseStale(before, input.version);
  if (await cameByLink(tx.db, before)) throw new Refusal("NOT_NOW", "id");
  return { handover: await clearReply(tx, before, reason) };
}

/** True if the office wrote a reply by its link, even one that the team put right since as come another way. */
async function cameByLink(db: EntityManager, { id, replyWay }: Handover): Promise<boolean> {
  if (replyWay === "LINK") return true;
  const [{ written }] = await db.query<[{ written: boolean }]>(
    `select exists (select from journal_entry where subject_type = 'handover' and subject_id = $1
       and event = 'handover.reply_corrected' and data->'from'->>'replyWay' = 'LINK') as written`,
    [id],
  );
  return written;
}
