import { limits } from "@cahier/schema/limits";
import type { AnswerQuoteInput, RecordQuoteConsentInput } from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Act, Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { givenText, isId } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { Attendances } from "../attendance/attendance.entity.ts";
import { attendanceOf } from "../attendance/attendance.queries.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { MinutesBlocks, type MinutesQuote, MinutesQuotes } from "./minutes.entity.ts";
import { blockToWrite, held, refuseFrozen, refuseStaleBlock } from "./minutes.writes.ts";
import { tellQuoted } from "./reader.mail.ts";

/** Names whoever said the words of a quote, who is asked by their link, or writes down that they agreed otherwise. */
export async function recordQuoteConsent(tx: Transaction, input: RecordQuoteConsentInput) {
  const { db, record, now } = tx;
  const { block, minutes } = await blockToWrite(tx, input.id);
  refuseFrozen(minutes);
  if (block.kind !== "QUOTE") throw new Refusal("NOT_NOW", "id");
  refuseStaleBlock(block, input.edit, minutes);
  const meeting = await db.findOneByOrFail(Meetings, { id: minutes.meetingId });
  const { attendanceId = null, on = null } = input;
  if (!attendanceId && !on) throw new Refusal("REQUIRED", "on");
  if (on && (on > dayOf(now) || on < dayOf(meeting.startsAt))) throw new Refusal("OUT_OF_RANGE", "on");
  if (attendanceId) {
    const coming = isId(attendanceId) ? await db.findOneBy(Attendances, { id: attendanceId }) : null;
    if (coming?.meetingId !== meeting.id || coming.withdrawn) throw new Refusal("UNKNOWN_CHOICE", "attendanceId");
  }
  const before = await db.findOneBy(MinutesQuotes, { blockId: block.id });
  // Asked already of the same words: whoever answered is not asked again.
  if (!on && before?.attendanceId === attendanceId && before?.edit === block.edit) return { minutes };
  if (
    on &&
    before &&
    saysAlready(before, { agrees: true, consentOn: on, edit: block.edit, onPaper: input.onPaper === true })
  )
    return { minutes };
  const quote: MinutesQuote = {
    ...{ blockId: block.id, edit: block.edit, attendanceId: on ? null : attendanceId, why: null },
    ...{ agrees: on ? true : null, onPaper: on !== null && input.onPaper === true, consentOn: on },
  };
  await db.save(MinutesQuotes, quote);
  await record("minutes.quoteConsent", minutes, { blockId: block.id, on, onPaper: quote.onPaper });
  if (quote.attendanceId && minutes.state === "IN_REVIEW") await tellQuoted(db, meeting, quote, minutes.reviewUntil!);
  return { minutes };
}

/** « Êtes-vous bien cité ? »: whoever is quoted agrees to the words they read, or says what is not right. */
export async function answerQuote({ db, now, count }: Act, input: AnswerQuoteInput) {
  const own = await attendanceOf(db, input.code);
  if (!own || own.withdrawn) throw new Refusal("UNKNOWN_RECEIPT", "code");
  const block = isId(input.blockId) ? await db.findOneBy(MinutesBlocks, { id: input.blockId }) : null;
  const minutes = block && (await held(db, block.minutesId));
  const quote = minutes && (await db.findOneBy(MinutesQuotes, { blockId: block.id }));
  if (quote?.attendanceId !== own.id || minutes!.state === "DRAFT") throw new Refusal("GONE", "blockId");
  if (minutes!.state !== "IN_REVIEW") throw new Refusal("NOT_NOW", "blockId");
  const why = givenText(input.why, "why", limits["minutes.reason"]);
  if (!input.agrees && !why) throw new Refusal("REQUIRED", "why");
  const { edit } = await db.findOneByOrFail(MinutesBlocks, { id: block!.id });
  if (edit !== input.edit) throw new Refusal("STALE", "edit", String(edit));
  const { agrees } = input;
  const answer = { edit, agrees, why: agrees ? null : why, consentOn: agrees ? dayOf(now) : null };
  // Answered so already: the day of a first yes stays.
  if (quote && saysAlready(quote, { edit, agrees, why: answer.why })) return { own };
  await db.update(MinutesQuotes, { blockId: block!.id }, answer);
  count("correction", minutes!.id);
  await recorder(db, visitor, now)("minutes.quoteAnswered", minutes, { blockId: block!.id, agrees });
  return { own };
}
