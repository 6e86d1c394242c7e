import { createHash, randomUUID } from "node:crypto";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { placeTyped } from "@cahier/schema/text/code";
import type { EnterSheetInput, ReportMeetingInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { currentDigest } from "../../../platform/formerCode.ts";
import { dayOf, startOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { isId, neededText } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { written } from "../../../platform/written.ts";
import { Meetings } from "../../meet/meeting/meeting.entity.ts";
import { insertHeldMeeting } from "../../meet/meeting/meeting.writes.ts";
import type { Questionnaire } from "../questionnaire/questionnaire.entity.ts";
import { paperUntil } from "../questionnaire/questionnaire.policy.ts";
import { responseParts } from "../response/parts.ts";
import { typedDigest } from "../../../platform/code.ts";
import { followedAt } from "../follow/follow.ts";
import { keepFollow } from "../follow/follow.writes.ts";
import { receiptDigest } from "../response/codes.ts";
import { type Response, Responses } from "../response/response.entity.ts";
import { type TerritoryAnswered, responseOfKey, tellTogether } from "../response/response.writes.ts";
import { asRead, dayIn, lineIn, saidIn, Wrong } from "./entry.check.ts";
import { insertEntry } from "./entry.writes.ts";
import { questionnaireOnPaper } from "./sheet.commands.ts";
import { type Sheet, Sheets } from "./sheet.entity.ts";
import { paperRefused } from "./sheet.policy.ts";

/** Stores a sheet that somebody typed in, as a response of its own. */
export async function enterSheet(tx: Transaction, input: EnterSheetInput): Promise<{ entry: Response }> {
  const on = await questionnaireOnPaper(tx, input.questionnaireId);
  const { questionnaire } = on;
  const before = await begun(tx, questionnaire, input.key);
  const wrong = new Wrong();
  const sheet = await sheetOfCode(tx, wrong, questionnaire, input, before);
  const revision = input.questionnaireRevision;
  if (sheet && revision != null && sheet.questionnaireRevision !== revision)
    wrong.add("STALE", "questionnaireRevision", String(sheet.questionnaireRevision));
  const speaksAs = input.peopleCount != null ? "GROUP" : input.organisationName?.trim() ? "ORGANISATION" : "INDIVIDUAL";
  const said = await saidIn(tx, wrong, on, revision ?? sheet?.questionnaireRevision, { ...input, speaksAs });
  const head = {
    channel: "PAPER",
    // A stored entry stays, even if the dates changed since.
    submittedOn: before ? input.receivedOn : dayIn(wrong, questionnaire, tx.now, "receivedOn", input.receivedOn)!,
    collectedBy: lineIn(wrong, input.collectedBy, "collectedBy", limits["paper.collectedBy"]),
    batch: sheet?.batch ?? lineIn(wrong, input.batch, "batch", limits["paper.batch"]),
    sheetId: sheet?.id ?? null,
  } satisfies Partial<Response>;
  wrong.refuse();
  return { entry: await store(tx, input.key, before, said!, head, sheet) };
}

/** Stores what a local meeting answered together: one response, never added to those of individuals. */
export async function reportMeeting(tx: Transaction, input: ReportMeetingInput): Promise<{ entry: Response }> {
  const on = await questionnaireOnPaper(tx, input.questionnaireId);
  const { questionnaire, groupId } = on;
  // One report after the other: sent from two tabs at once, each would write a meeting down.
  await tx.db.query("select from questionnaire where id = $1 for no key update", [questionnaire.id]);
  const before = await begun(tx, questionnaire, input.key);
  const wrong = new Wrong();
  const known = input.meetingId ? await meetingNamed(tx, wrong, groupId, input.meetingId) : null;
  const peopleCount = input.peopleCount ?? known?.participants;
  const said = await saidIn(tx, wrong, on, null, { ...input, peopleCount, speaksAs: "GROUP" });
  const place = known?.place ?? lineIn(wrong, input.place, "place", limits["paper.place"]);
  if (!place && !wrong.concerns("place") && !wrong.concerns("meetingId")) wrong.add("REQUIRED", "place");
  const heldOn = known
    ? dayOf(known.startsAt)
    : (before?.submittedOn ?? dayIn(wrong, questionnaire, tx.now, "heldOn", input.heldOn ?? ""));
  const collectedBy = lineIn(wrong, input.collectedBy, "collectedBy", limits["paper.collectedBy"]);
  wrong.refuse();
  const { territory } = said!;
  const meetingId =
    before?.meetingId ??
    known?.id ??
    (await heldAt(tx, groupId, place!, heldOn!, said!.sender.peopleCount!, territory));
  const head = { channel: "LOCAL_MEETING" as const, submittedOn: heldOn!, collectedBy, meetingId };
  return { entry: await store(tx, input.key, before, said!, head) };
}

/** Response already stored under this key; else null. Refused when paper is no longer taken. */
async function begun({ db, now }: Transaction, questionnaire: Questionnaire, key: string): Promise<Response | null> {
  const before = await responseOfKey(db, questionnaire.id, neededText(key, "key", 100));
  const refused = before ? null : paperRefused(questionnaire, now);
  if (refused === "PAPER_TOO_LATE") throw new Refusal(refused, null, lastDay(questionnaire));
  if (refused) throw new Refusal(refused);
  return before;
}

/** The last day on which paper is taken, as it is read. */
const lastDay = ({ closesAt }: Questionnaire) => asRead(dayOf(new Date(paperUntil(closesAt).getTime() - 1)));

/** The sheet that bears a code, or that is of a batch and of a number in it; none where no code was typed, or where another sheet had it first. */
async function sheetOfCode(
  { db }: Transaction,
  wrong: Wrong,
  { id: questionnaireId }: Questionnaire,
  { code, anotherSheet }: Pick<EnterSheetInput, "code" | "anotherSheet">,
  before: Response | null,
): Promise<Sheet | null> {
  if (!code?.trim()) return null;
  const codeDigest = await currentDigest(db, typedDigest(code));
  const place = codeDigest ? null : placeTyped(code);
  const which = codeDigest ? { codeDigest } : place && { batch: place.batch, number: place.number };
  // Locked: of two who type the same code at the same time, the second is told.
  const sheet = which
    ? await db.findOne(Sheets, { where: { ...which, questionnaireId }, lock: { mode: "pessimistic_write" } })
    : null;
  if (!sheet) {
    wrong.add(place ? "NO_SUCH_SHEET" : "UNKNOWN_RECEIPT", "code");
    return null;
  }
  const first = await db.findOneBy(Responses, { sheetId: sheet.id });
  if (!first || first.id === before?.id) return sheet;
  if (!anotherSheet) wrong.add("CODE_USED", "code", first.enteredOn);
  return null;
}

/** A local meeting of the group that was held. */
async function meetingNamed({ db, now }: Transaction, wrong: Wrong, groupId: string, id: string) {
  const meeting = isId(id) ? await db.findOneBy(Meetings, { id, groupId, kind: "LOCAL", draft: false }) : null;
  if (meeting && meeting.startsAt <= now && meeting.cancelledReason === null) return meeting;
  wrong.add("GONE", "meetingId");
  return null;
}

/** Writes down a local meeting that nobody had announced, so that its report has somewhere to come from. */
async function heldAt(
  { db, record }: Transaction,
  groupId: string,
  place: string,
  heldOn: string,
  participants: number,
  territory: TerritoryAnswered,
): Promise<string> {
  const id = await insertHeldMeeting(db, {
    groupId,
    title: `${m.meeting_local_one({}, { locale: written.locale })}, ${place}`,
    startsAt: startOf(heldOn),
    place,
    territoryId: territory.id,
    regionId: territory.regionId,
    participants,
  });
  await record("meeting.reported", id);
  return id;
}

type Said = NonNullable<Awaited<ReturnType<typeof saidIn>>>;

/** Writes an entry once: the same key with the same words is the same entry, with others a conflict. */
async function store(
  { db, viewer, now }: Transaction,
  key: string,
  before: Response | null,
  { questionnaire, answers, territory, sender, followUpEmail }: Said,
  head: Partial<Response>,
  sheet: Sheet | null = null,
): Promise<Response> {
  const { submittedOn, collectedBy } = head;
  const words = { answers, ...sender, ...followedAt(followUpEmail), submittedOn, collectedBy };
  const digest = createHash("sha256").update(JSON.stringify(words)).digest("hex");
  const same = (stored: Response) => {
    if (stored.digest !== digest) throw new Refusal("CONFLICT");
    return stored;
  };
  if (before) return same(before);
  const id = randomUUID();
  const row = {
    ...head,
    ...sender,
    id,
    key,
    digest,
    // The printed code is the receipt of what is written under it; without one the entry gets its own.
    receiptDigest: sheet?.codeDigest ?? receiptDigest(id),
    territoryId: territory.id,
    regionId: territory.regionId,
    enteredById: viewer.id,
    enteredOn: dayOf(now),
    // The report of a meeting is published as it is: the meeting is public.
    awaitsOthers: head.channel === "PAPER",
  };
  const stored = await insertEntry(db, row, responseParts(questionnaire, answers, sender));
  if (!stored) return same((await responseOfKey(db, questionnaire.id, key))!);
  await tellTogether(db, questionnaire.id);
  if (followUpEmail) await keepFollow(db, { kind: "ADDRESS", responseId: id, value: followUpEmail });
  // The response knows who typed it in; the journal keeps the day, and no time, as for those who send by themselves.
  await recorder(db, visitor, now)("response.entered", stored, { channel: stored.channel });
  return stored;
}
