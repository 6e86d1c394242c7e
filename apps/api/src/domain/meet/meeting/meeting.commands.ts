import { editInstead, saysAlready } from "../../../platform/again.ts";
import { freeSlug } from "../../../platform/data/freeSlug.ts";
import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type {
  AnnounceMeetingInput,
  CancelMeetingInput,
  EditMeetingInput,
  RemoveMeetingInput,
  ResumeMeetingInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, notFound, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { givenText, isId, neededText } from "../../../platform/text/text.ts";
import { type WorkingGroup, WorkingGroups } from "../../ground/group/group.entity.ts";
import { MeetingFiles } from "./file.entity.ts";
import { AgendaItems, type Meeting, MeetingDocuments, MeetingObjectives, Meetings } from "./meeting.entity.ts";
import { meetingPolicy } from "./meeting.policy.ts";
import { type MeetingSheet, sheetOf } from "./meeting.sheet.ts";
import { nextNumber, restStands, writeAgenda, writeDocuments, writeObjectives } from "./meeting.writes.ts";

export async function announceMeeting(
  tx: Transaction,
  { key, group: slug, draft, fields, held }: AnnounceMeetingInput,
) {
  const { db, viewer, record, now } = tx;
  authorize(meetingPolicy.announceAny(viewer));
  if (!isId(key)) throw new Refusal("WRONG_KIND", "key");
  // Meetings of a group are announced one at a time: of two sent together the second finds the first, and no number is taken twice.
  const group = await db.findOne(WorkingGroups, {
    where: { slug: slug.replaceAll("\0", "") },
    lock: { mode: "for_no_key_update" },
  });
  if (!group) throw notFound();
  authorize(meetingPolicy.announceSome(viewer, group.id));
  const id = key.toLowerCase();
  const before = await db.findOneBy(Meetings, { id });
  if (before && before.groupId !== group.id) throw new Refusal("CONFLICT", "key");
  if (before) return editInstead(() => editMeeting(tx, { id, version: 1, draft, fields, held }));
  const sheet = await sheetOf(db, group, fields, null, now, held ?? false);
  mayBeThere(tx, group, sheet.words);
  const number = await numberFor(db, group, sheet.words, draft);
  await db.insert(Meetings, {
    id,
    slug: await freeSlug(db, Meetings, sheet.words.title, "reunion"),
    groupId: group.id,
    ...sheet.words,
    draft,
    number,
  });
  await writeRest(db, id, sheet);
  const meeting = await db.findOneByOrFail(Meetings, { id });
  await record(draft ? "meeting.drafted" : "meeting.announced", meeting, { ...sheet.words, ...(held && { held }) });
  return { meeting };
}

export async function editMeeting(tx: Transaction, input: EditMeetingInput) {
  const { db, record, now } = tx;
  const { before, group } = await meetingToWrite(tx, input.id);
  // A day that people are called to stays ahead of them; a draft may be written down afterwards, a past day corrected.
  const held = (input.held ?? false) && (before.draft || before.startsAt <= now);
  const sheet = await sheetOf(db, group, input.fields, before, now, held);
  mayBeThere(tx, group, sheet.words);
  const { words } = sheet;
  const announces = before.draft && !input.draft;
  // A retry, or the same act by two people: it is done.
  if (!announces && saysAlready(before, words) && (await restStands(db, before.id, sheet))) return { meeting: before };
  if (!before.draft && words.kind !== before.kind) throw new Refusal("NOT_NOW", "kind");
  refuseStale(before, input.version);
  if (announces && words.startsAt <= now && !held) throw new Refusal("IN_THE_PAST", "day");
  const moves = !before.draft && hasMoved(before, words);
  const reason = moves ? reasonOf(input.reason) : null;
  const meeting: Meeting = {
    ...before,
    ...words,
    ...(moves && { movedReason: reason, movedFrom: before.startsAt, movedFromPlace: before.place }),
    draft: before.draft && input.draft,
    number: announces ? await numberFor(db, group, words, false) : before.number,
    version: before.version + 1,
  };
  await db.update(Meetings, before.id, meeting);
  await writeRest(db, before.id, sheet);
  // The address stays as it was: what was printed or sent leads there still.
  const changed = (Object.keys(words) as (keyof typeof words)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(words[name]),
  );
  const from = Object.fromEntries(changed.map((name) => [name, before[name]]));
  const to = Object.fromEntries(changed.map((name) => [name, words[name]]));
  const event = announces ? "meeting.announced" : moves ? "meeting.moved" : "meeting.edited";
  await record(event, meeting, { from, to, ...(reason && { reason }) });
  return { meeting };
}

export async function cancelMeeting(tx: Transaction, input: CancelMeetingInput) {
  const { db, record, now } = tx;
  const { before } = await meetingToWrite(tx, input.id);
  const cancelledReason = neededText(input.reason, "reason", limits["meeting.reason"]);
  // A second press finds it done.
  if (before.cancelledReason === cancelledReason) return { meeting: before };
  refuseStale(before, input.version);
  if (!mayBeCancelled(before, now)) throw new Refusal("NOT_NOW", "reason");
  const meeting = { ...before, cancelledReason, version: before.version + 1 };
  await db.update(Meetings, before.id, { cancelledReason, version: meeting.version });
  await record("meeting.cancelled", meeting, { reason: cancelledReason });
  return { meeting };
}

export async function resumeMeeting(tx: Transaction, input: ResumeMeetingInput) {
  const { db, record, now } = tx;
  const { before } = await meetingToWrite(tx, input.id);
  if (before.cancelledReason === null) return { meeting: before };
  refuseStale(before, input.version);
  if (before.startsAt <= now) throw new Refusal("IN_THE_PAST", "day");
  const meeting = { ...before, cancelledReason: null, version: before.version + 1 };
  await db.update(Meetings, before.id, { cancelledReason: null, version: meeting.version });
  await record("meeting.resumed", meeting, { reason: before.cancelledReason });
  return { meeting };
}

/** Removes a draft: nobody but the team ever read it. */
export async function removeMeeting(tx: Transaction, input: RemoveMeetingInput) {
  const { db, record } = tx;
  authorize(meetingPolicy.announceAny(tx.viewer));
  // Removed already: as good as done.
  if (isId(input.id) && !(await db.existsBy(Meetings, { id: input.id }))) return {};
  const { before } = await meetingToWrite(tx, input.id);
  refuseStale(before, input.version);
  if (!before.draft) throw new Refusal("NOT_NOW", "id");
  for (const table of [MeetingObjectives, MeetingDocuments, AgendaItems, MeetingFiles])
    await db.delete(table, { meetingId: before.id });
  await db.delete(Meetings, { id: before.id });
  await record("meeting.removed", before, { title: before.title });
  return {};
}

/** True while a meeting can be cancelled: announced, and to come or under way. */
export const mayBeCancelled = ({ draft, cancelledReason, startsAt, endsAt }: Meeting, now: Date) =>
  !draft && cancelledReason === null && (endsAt ?? startsAt) > now;

/** The meeting, held until the end of the transaction, for those who keep it. */
async function meetingToWrite({ db, viewer }: Transaction, id: string) {
  authorize(meetingPolicy.announceAny(viewer));
  const before = isId(id) ? await db.findOne(Meetings, { where: { id }, lock: { mode: "for_no_key_update" } }) : null;
  if (!before) throw notFound();
  authorize(meetingPolicy.keep(viewer, before));
  return { before, group: await db.findOneByOrFail(WorkingGroups, { id: before.groupId }) };
}

/** A referent calls local meetings of their own territory: the field that says otherwise is named. */
function mayBeThere({ viewer }: Transaction, { id: groupId }: WorkingGroup, words: MeetingSheet["words"]) {
  if (!meetingPolicy.keep(viewer, { groupId, ...words }))
    throw new Refusal("NOT_YOUR_TERRITORY", words.kind === "LOCAL" ? "territory" : "kind");
}

/** The group's own meetings are numbered as they are announced. */
async function numberFor(db: EntityManager, group: WorkingGroup, { kind }: Pick<Meeting, "kind">, draft: boolean) {
  return draft || kind === "LOCAL" ? null : nextNumber(db, group.id);
}

async function writeRest(db: EntityManager, id: string, { objectives, documents, agenda }: MeetingSheet) {
  if (objectives) await writeObjectives(db, id, objectives);
  if (documents) await writeDocuments(db, id, documents);
  if (agenda) await writeAgenda(db, id, agenda);
}

const hasMoved = (before: Meeting, words: MeetingSheet["words"]) =>
  before.place !== words.place ||
  before.startsAt.getTime() !== words.startsAt.getTime() ||
  (before.endsAt !== null && before.endsAt.getTime() !== words.endsAt?.getTime());

function reasonOf(given: string | null | undefined): string {
  const reason = givenText(given, "reason", limits["meeting.reason"]);
  if (!reason) throw new Refusal("REASON_NEEDED", "reason");
  return reason;
}
