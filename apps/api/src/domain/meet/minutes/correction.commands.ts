import { limits } from "@cahier/schema/limits";
import { type EntityManager, Not } from "typeorm";
import type {
  CorrectMinutesInput,
  SettleMinutesCorrectionInput,
  WithdrawMinutesCorrectionInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Act, Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { currentDigest } from "../../../platform/formerCode.ts";
import { recorder } from "../../../platform/journal.ts";
import { linkDigest } from "../../../platform/linkCode.ts";
import { authorize, Refusal, together } from "../../../platform/refusal.ts";
import { givenText, isId, neededText } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { Attendances } from "../attendance/attendance.entity.ts";
import { attendanceOf } from "../attendance/attendance.queries.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { MinutesBlocks, type MinutesCorrection, MinutesCorrections, MinutesExacts } from "./minutes.entity.ts";
import { minutesPolicy } from "./minutes.policy.ts";
import { askQuotedAnew } from "./quote.writes.ts";
import { tellCorrector } from "./reader.mail.ts";
import { blockHeld, blockToRead, held, minutesToWrite } from "./minutes.writes.ts";

/** Most corrections that one person who was there asks for. */
const mostOfOne = 50;

/** Most corrections of one meeting. */
const most = 200;

/** Asks for a correction: by the private link of somebody who was there, until the last day of the reading over. */
export async function correctMinutes(act: Act, input: CorrectMinutesInput) {
  const { db, viewer, now, count } = act;
  if (!isId(input.key)) throw new Refusal("WRONG_KIND", "key");
  if (!input.code) authorize(minutesPolicy.writeAny(viewer));
  const { block, minutes } = await (input.code ? blockToRead : blockHeld)(db, input.blockId);
  const attendanceId = input.code ? await presentBy(db, input.code, minutes.meetingId) : null;
  if (!attendanceId)
    authorize(minutesPolicy.write(viewer, await db.findOneByOrFail(Meetings, { id: minutes.meetingId })));
  const id = input.key.toLowerCase();
  const words = together({
    text: () => neededText(input.text, "text", limits["minutes.text"]),
    why: () => givenText(input.why, "why", limits["minutes.reason"]),
  });
  const known = await db.findOneBy(MinutesCorrections, { id });
  if (known && (known.blockId !== block.id || known.text !== words.text)) throw new Refusal("CONFLICT", "key");
  if (known) return { correction: known };
  if (minutes.state !== "IN_REVIEW" || minutes.reviewUntil! < dayOf(now)) throw new Refusal("NOT_NOW", "blockId");
  if (words.text === block.text) throw new Refusal("SAME_WORDS", "text");
  const asked = await db.findBy(MinutesCorrections, { minutesId: minutes.id });
  const own = asked.filter((one) => (attendanceId ? one.attendanceId === attendanceId : one.authorId === viewer.id));
  if (asked.length >= most || own.length >= mostOfOne) throw new Refusal("TOO_MANY_CHOICES", "text", String(mostOfOne));
  const correction: MinutesCorrection = {
    id,
    minutesId: minutes.id,
    blockId: block.id,
    attendanceId,
    authorId: attendanceId ? null : viewer.id,
    ...words,
    state: "OPEN",
    reason: null,
    settledById: null,
    arrival: asked.length + 1,
  };
  await db.insert(MinutesCorrections, correction);
  if (attendanceId) await db.update(MinutesExacts, { blockId: block.id, attendanceId }, { setAside: true });
  count("correction", minutes.id);
  await recorder(db, attendanceId ? visitor : viewer, now)("minutes.corrected", minutes, { correctionId: id });
  return { correction };
}

/** Takes a correction back while it waits, by the private link of whoever asked for it. */
export async function withdrawMinutesCorrection({ db, now }: Act, { code, id }: WithdrawMinutesCorrectionInput) {
  const own = await attendanceOf(db, code);
  if (!own || own.withdrawn) throw new Refusal("UNKNOWN_RECEIPT", "code");
  const asked = { id: isId(id) ? id.toLowerCase() : "", attendanceId: own.id };
  const found = asked.id ? await db.findOneBy(MinutesCorrections, asked) : null;
  if (!found) throw new Refusal("GONE", "id");
  await held(db, found.minutesId);
  const { state } = await db.findOneByOrFail(MinutesCorrections, asked);
  // A second press finds it taken back.
  if (state === "WITHDRAWN") return { own };
  if (state !== "OPEN") throw new Refusal("NOT_NOW", "id");
  await eraseCorrection({ db, now }, found.id);
  return { own };
}

/**
 * Erases the words of a correction, now or again after a restore: what its author had said is exact is said again. False
 * where they are gone.
 */
export async function eraseCorrection({ db, now }: Pick<Transaction, "db" | "now">, id: string): Promise<boolean> {
  const before = await db.findOneBy(MinutesCorrections, { id, state: Not("WITHDRAWN") });
  if (!before) return false;
  await db.update(MinutesCorrections, id, { state: "WITHDRAWN", text: "", why: null });
  const { blockId, attendanceId } = before;
  if (attendanceId && !(await db.existsBy(MinutesCorrections, { blockId, attendanceId, state: "OPEN" })))
    await db.update(MinutesExacts, { blockId, attendanceId }, { setAside: false });
  await recorder(db, visitor, now)("minutesCorrection.withdrawn", id);
  return true;
}

/** Answers a correction: the block says it, as it was asked for or in other words, or stays and the reason is said. */
export async function settleMinutesCorrection(tx: Transaction, input: SettleMinutesCorrectionInput) {
  const { db, viewer, record } = tx;
  authorize(minutesPolicy.writeAny(viewer));
  const found = isId(input.id) ? await db.findOneBy(MinutesCorrections, { id: input.id }) : null;
  if (!found) throw new Refusal("GONE", "id");
  const { minutes, meeting } = await minutesToWrite(tx, found.minutesId);
  const correction = await db.findOneByOrFail(MinutesCorrections, { id: found.id });
  const read = together({
    reason: () =>
      input.accept
        ? givenText(input.reason, "reason", limits["minutes.reason"])
        : neededText(input.reason ?? "", "reason", limits["minutes.reason"]),
    text: () => givenText(input.text, "text", limits["minutes.text"]) ?? correction.text,
  });
  const state = input.accept ? "ACCEPTED" : "REFUSED";
  // Sent twice: it is done.
  if (correction.state === state && correction.reason === read.reason) return { minutes };
  if (correction.state === "WITHDRAWN") throw new Refusal("GONE", "id");
  if (correction.state !== "OPEN" || minutes.state !== "IN_REVIEW") throw new Refusal("NOT_NOW", "id");
  if (input.accept) {
    const block = await db.findOneByOrFail(MinutesBlocks, { id: correction.blockId });
    await db.update(MinutesBlocks, block.id, { text: read.text, edit: block.edit + 1 });
    await askQuotedAnew(db, meeting, minutes, block.id);
  }
  await db.update(MinutesCorrections, correction.id, { state, reason: read.reason, settledById: viewer.id });
  await record("minutes.correctionSettled", minutes, { correctionId: correction.id, state, reason: read.reason });
  await tellCorrector(db, meeting, correction.id);
  return { minutes };
}

/** The coming of whoever has this private link, to this meeting; refused where it is of another, or was taken back. */
async function presentBy(db: EntityManager, code: string, meetingId: string): Promise<string> {
  const codeDigest = (await currentDigest(db, linkDigest("attendance", code)))!;
  const found = await db.findOneBy(Attendances, { codeDigest, meetingId, withdrawn: false });
  if (!found) throw new Refusal("UNKNOWN_RECEIPT", "code");
  return found.id;
}
