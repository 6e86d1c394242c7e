import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type {
  AddMinutesErratumInput,
  BeginMinutesInput,
  EditMinutesInput,
  PublishMinutesInput,
  RemoveMinutesErratumInput,
  RemoveMinutesInput,
  ReviewMinutesInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal, together, refuseStale } from "../../../platform/refusal.ts";
import { isId, neededLine, neededText } from "../../../platform/text/text.ts";
import { AgendaItems, type Meeting, Meetings, Presences } from "../meeting/meeting.entity.ts";
import { channelsOf, presentIn } from "../meeting/presence.ts";
import {
  type Minutes,
  type MinutesBlock,
  MinutesBlocks,
  MinutesCorrections,
  MinutesErrata,
  MinutesTable,
} from "./minutes.entity.ts";
import { mayHaveMinutes, minutesPolicy } from "./minutes.policy.ts";
import { askAllQuoted, quotesWithoutConsent } from "./quote.writes.ts";
import { tellReaders } from "./reader.mail.ts";
import { blocksInOrder, hashOfMinutes, minutesToWrite, refuseFrozen } from "./minutes.writes.ts";

/** Days during which those who were there read minutes over. */
export const daysOfReview = 7;

/** Most questions left open. */
const mostQuestions = 20;

/** Begins minutes from the agenda and the presence of the meeting; two who begin them together find the same. */
export async function beginMinutes(tx: Transaction, { meetingId }: BeginMinutesInput) {
  const { db, viewer, record, now } = tx;
  authorize(minutesPolicy.writeAny(viewer));
  const where = { id: meetingId };
  const meeting = isId(meetingId) ? await db.findOne(Meetings, { where, lock: { mode: "for_no_key_update" } }) : null;
  if (!meeting) throw notFound();
  authorize(minutesPolicy.write(viewer, meeting));
  const begun = await db.findOneBy(MinutesTable, { meetingId: meeting.id });
  if (begun) return { minutes: begun };
  if (!mayHaveMinutes(meeting, now)) throw new Refusal("NOT_NOW", "meetingId");
  const people = await presenceIn(db, meeting);
  const [{ id }] = await db.query<[{ id: string }]>("select uuidv7() as id");
  await db.insert(MinutesTable, { id, meetingId: meeting.id, state: "DRAFT", ...people, facts: "", openQuestions: [] });
  const agenda = await db.find(AgendaItems, { where: { meetingId: meeting.id }, order: { position: "ASC" } });
  for (const [place, { title }] of agenda.entries())
    await db.insert(MinutesBlocks, { minutesId: id, position: place + 1, kind: "NOTE", topic: title, text: "" });
  const minutes = await db.findOneByOrFail(MinutesTable, { id });
  await record("minutes.begun", minutes, { meetingId: meeting.id });
  return { minutes };
}

/** Removes a draft that was begun by mistake: it goes with its head and its empty blocks, and no other. */
export async function removeMinutes(tx: Transaction, { id, version }: RemoveMinutesInput) {
  const { db, viewer, record } = tx;
  authorize(minutesPolicy.writeAny(viewer));
  // Removed already: as good as done.
  if (isId(id) && !(await db.existsBy(MinutesTable, { id }))) return {};
  const { minutes } = await minutesToWrite(tx, id);
  refuseStale(minutes, version);
  if (minutes.state !== "DRAFT" || (await blocksWritten(db, minutes)).length > 0)
    throw new Refusal("NOT_NOW", "id").with({ current: minutes });
  await db.delete(MinutesBlocks, { minutesId: minutes.id });
  await db.delete(MinutesTable, minutes.id);
  await record("minutes.removed", minutes, { meetingId: minutes.meetingId });
  return {};
}

export async function editMinutes(tx: Transaction, input: EditMinutesInput) {
  const { db, record } = tx;
  const { minutes: before } = await minutesToWrite(tx, input.id);
  refuseFrozen(before);
  const head = headOf(input);
  if (same(before, head)) return { minutes: before };
  refuseStale(before, input.version);
  const minutes = { ...before, ...head, version: before.version + 1 };
  await db.update(MinutesTable, before.id, { ...head, version: minutes.version });
  await record("minutes.edited", minutes, head);
  return { minutes };
}

/** Gives minutes to be read over: points of the agenda that nothing was written under are left out. */
export async function reviewMinutes(tx: Transaction, input: ReviewMinutesInput) {
  const { db, record, now } = tx;
  const { minutes: before, meeting } = await minutesToWrite(tx, input.id);
  if (before.state === "IN_REVIEW") return { minutes: before };
  refuseFrozen(before);
  const missing = [];
  if (before.facts === "") missing.push({ code: "REQUIRED" as const, field: "facts" });
  if ((await blocksWritten(db, before)).length === 0) missing.push({ code: "REQUIRED" as const, field: "blocks" });
  if (missing.length > 0) throw new Refusal(missing);
  await db.query("delete from minutes_block where minutes_id = $1 and text = ''", [before.id]);
  const reviewUntil = dayOf(now, daysOfReview);
  await db.update(MinutesTable, before.id, { state: "IN_REVIEW", reviewUntil });
  await record("minutes.reviewed", before, { reviewUntil });
  await tellReaders(db, meeting, "REVIEW", reviewUntil);
  await askAllQuoted(db, meeting, { ...before, reviewUntil });
  return { minutes: { ...before, state: "IN_REVIEW" as const, reviewUntil } };
}

/** Publishes minutes that were read over: their words no longer change. */
export async function publishMinutes(tx: Transaction, input: PublishMinutesInput) {
  const { db, record, now } = tx;
  const { minutes: before, meeting } = await minutesToWrite(tx, input.id);
  if (before.state === "PUBLISHED") return { minutes: before };
  if (before.state === "DRAFT") throw new Refusal("NOT_NOW", "id", before.state);
  const open = await db.countBy(MinutesCorrections, { minutesId: before.id, state: "OPEN" });
  if (open > 0) throw new Refusal("CORRECTIONS_OPEN", "id", String(open));
  if (before.reviewUntil! >= dayOf(now)) throw new Refusal("STILL_IN_REVIEW", "id", before.reviewUntil);
  const blocks = await blocksWritten(db, before);
  const without = await quotesWithoutConsent(db, before.id);
  if (without > 0) throw new Refusal("QUOTE_WITHOUT_CONSENT", "id", String(without));
  const change = { state: "PUBLISHED" as const, publishedAt: now, hash: hashOfMinutes(meeting, before, blocks) };
  await db.update(MinutesTable, before.id, change);
  await record("minutes.published", before, { hash: change.hash });
  await tellReaders(db, meeting, "PUBLISHED");
  return { minutes: { ...before, ...change } };
}

/** Sets a mistake of published minutes right, beside them. */
export async function addMinutesErratum(tx: Transaction, input: AddMinutesErratumInput) {
  const { db, viewer, record, now } = tx;
  const { minutes } = await minutesToWrite(tx, input.minutesId);
  if (!isId(input.key)) throw new Refusal("WRONG_KIND", "key");
  const text = neededText(input.text, "text", limits["erratum.text"]);
  if (minutes.state !== "PUBLISHED") throw new Refusal("NOT_NOW", "minutesId", minutes.state);
  const id = input.key.toLowerCase();
  const known = await db.findOneBy(MinutesErrata, { id });
  if (known && (known.minutesId !== minutes.id || known.text !== text)) throw new Refusal("CONFLICT", "key");
  // The same words beside the same minutes are the same erratum, whoever adds them again.
  if (known ?? (await db.existsBy(MinutesErrata, { minutesId: minutes.id, text }))) return { minutes };
  await db.insert(MinutesErrata, { id, minutesId: minutes.id, text, addedOn: dayOf(now), addedById: viewer.id });
  await record("minutes.erratumAdded", minutes, { text });
  return { minutes };
}

/** Takes an erratum away the day it was added, when nobody builds on it yet. */
export async function removeMinutesErratum(tx: Transaction, input: RemoveMinutesErratumInput) {
  const { db, now, record } = tx;
  const { minutes } = await minutesToWrite(tx, input.minutesId);
  const known = isId(input.id) ? await db.findOneBy(MinutesErrata, { id: input.id, minutesId: minutes.id }) : null;
  if (!known) return { minutes };
  if (known.addedOn !== dayOf(now)) throw new Refusal("NOT_NOW", "id", known.addedOn);
  await db.delete(MinutesErrata, known.id);
  await record("minutes.erratumRemoved", minutes);
  return { minutes };
}

const blocksWritten = async (db: EntityManager, { id }: Minutes): Promise<MinutesBlock[]> =>
  (await blocksInOrder(db, id)).filter(({ text }) => text !== "");

/** People in the room and from afar, and their territories, as far as it was written down who came. */
async function presenceIn(db: EntityManager, { id: meetingId, presenceChannels }: Meeting) {
  const presence = await db.findBy(Presences, { meetingId });
  const [{ remote }] = await db.query<[{ remote: number }]>(
    `select count(*)::int as remote from attendance a where a.meeting_id = $1 and not a.withdrawn and a.channel <> 'ROOM'`,
    [meetingId],
  );
  const all = presentIn(presence);
  const { ROOM: room } = presenceChannels;
  const noted = channelsOf(presenceChannels).size > 0;
  const from = noted ? all - (room ?? 0) : remote;
  return { present: noted ? (room ?? 0) : all, excused: 0, remote: from, regions: presence.length };
}

type Head = Pick<Minutes, "present" | "excused" | "remote" | "regions" | "facts" | "openQuestions">;

function headOf(input: EditMinutesInput): Head {
  const people = (name: "present" | "excused" | "remote" | "regions") => () => {
    if (input[name] < 0 || input[name] > 100_000) throw new Refusal("OUT_OF_RANGE", name, "0–100000");
    return input[name];
  };
  return together({
    present: people("present"),
    excused: people("excused"),
    remote: people("remote"),
    regions: people("regions"),
    facts: () => neededText(input.facts, "facts", limits["minutes.facts"]),
    openQuestions: () => {
      if (input.openQuestions.length > mostQuestions)
        throw new Refusal("TOO_MANY_CHOICES", "openQuestions", String(mostQuestions));
      return input.openQuestions.map((question) => neededLine(question, "openQuestions", limits["minutes.line"]));
    },
  });
}

const same = (a: Head, b: Head) =>
  a.present === b.present &&
  a.excused === b.excused &&
  a.remote === b.remote &&
  a.regions === b.regions &&
  a.facts === b.facts &&
  JSON.stringify(a.openQuestions) === JSON.stringify(b.openQuestions);
