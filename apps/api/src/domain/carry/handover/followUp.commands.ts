import { limits } from "@cahier/schema/limits";
import type {
  EndHandoverInput,
  ResumeHandoverInput,
  SettleCommitmentInput,
  WriteCommitmentInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { givenText, isId, neededLine } from "../../../platform/text/text.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { Commitments } from "./handover.entity.ts";
import { handoverToWrite, refusePrivateContact, writeHandover } from "./handover.writes.ts";
import { forgetReminders } from "./reminder.jobs.ts";

export async function writeCommitment(tx: Transaction, input: WriteCommitmentInput) {
  const { db, record } = tx;
  const { handover } = await handoverToWrite(tx, input.handoverId);
  if (!handover.repliedOn) throw new Refusal("NO_REPLY_YET");
  if (!isId(input.id)) throw new Refusal("WRONG_KIND", "id");
  const id = input.id.toLowerCase();
  const text = refusePrivateContact(neededLine(input.text, "text", limits["commitment.text"]), "text");
  const dueOn = input.dueOn ?? null;
  if (dueOn && dueOn < handover.repliedOn) throw new Refusal("DAYS_OUT_OF_ORDER", "dueOn");
  const before = await db.findOneBy(Commitments, { id });
  if (before && before.handoverId !== handover.id) throw new Refusal("CONFLICT", "id");
  if (before) {
    // A retry, or the same act by two people.
    if (before.text === text && before.dueOn === dueOn) return { handover };
    refuseStale(before, input.version);
    await db.update(Commitments, id, { text, dueOn, version: before.version + 1 });
  } else {
    if (input.version > 0) throw new Refusal("GONE", "id");
    await db.insert(Commitments, { id, handoverId: handover.id, text, dueOn });
  }
  const from = before && { text: before.text, dueOn: before.dueOn };
  await record("handover.committed", handover, { commitmentId: id, from, to: { text, dueOn } });
  return { handover };
}

export async function settleCommitment(tx: Transaction, input: SettleCommitmentInput) {
  const { db, viewer, record, now } = tx;
  authorize(readingPolicy.hold(viewer));
  const known = isId(input.id) ? await db.findOneBy(Commitments, { id: input.id }) : null;
  if (!known) throw new Refusal("GONE", "id");
  // The handover is locked first, as in all its acts: an act that ends it meanwhile waits.
  const { handover } = await handoverToWrite(tx, known.handoverId);
  const before = await db.findOneByOrFail(Commitments, { id: known.id });
  const { state } = input;
  const given = refusePrivateContact(givenText(input.reason, "reason", limits["commitment.text"]), "reason");
  const reason = state === "OPEN" ? null : given;
  if (state === "ABANDONED" && !reason) throw new Refusal("REQUIRED", "reason");
  if (before.state === state && before.reason === reason) return { handover };
  refuseStale(before, input.version);
  const settledOn = state === "OPEN" ? null : dayOf(now);
  const to = { state, settledOn, reason };
  await db.update(Commitments, before.id, { ...to, version: before.version + 1 });
  await record("handover.settled", handover, { commitmentId: before.id, from: before.state, ...to });
  return { handover };
}

export async function endHandover(tx: Transaction, input: EndHandoverInput) {
  const { db, record, now } = tx;
  const { handover: before } = await handoverToWrite(tx, input.id);
  const endReason = refusePrivateContact(givenText(input.reason, "reason", limits["handover.reason"]), "reason");
  if (input.as === "ABANDONED" && !endReason) throw new Refusal("REQUIRED", "reason");
  if (input.as === "DONE" && !before.repliedOn) throw new Refusal("NO_REPLY_YET");
  const open = await db.countBy(Commitments, { handoverId: before.id, state: "OPEN" });
  if (input.as === "DONE" && open > 0) throw new Refusal("COMMITMENTS_OPEN", null, String(open));
  if (before.endedAs === input.as && before.endReason === endReason) return { handover: before };
  refuseStale(before, input.version);
  const handover = await writeHandover(db, before, { endedOn: dayOf(now), endedAs: input.as, endReason });
  await forgetReminders(db, before.id);
  await record(input.as === "DONE" ? "handover.done" : "handover.abandoned", handover, { endReason });
  return { handover };
}

export async function resumeHandover(tx: Transaction, { id }: ResumeHandoverInput) {
  const { db, record } = tx;
  const { handover: before } = await handoverToWrite(tx, id);
  if (!before.endedAs) return { handover: before };
  const { endedAs, endReason } = before;
  const handover = await writeHandover(db, before, { endedOn: null, endedAs: null, endReason: null });
  await record("handover.resumed", handover, { from: { endedAs, endReason } });
  return { handover };
}
