import { limits, mostMeetingFiles } from "@cahier/schema/limits";
import type { RemoveMeetingFileInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { isId, neededLine } from "../../../platform/text/text.ts";
import { sentFile } from "../../ground/attachment/sentFile.ts";
import { type MeetingFile, MeetingFileContents, MeetingFiles } from "./file.entity.ts";
import { Meetings } from "./meeting.entity.ts";
import { meetingPolicy } from "./meeting.policy.ts";

/** A file that is sent to a meeting: under a name, in the place of another one or beside those that are there. */
export interface Sent {
  meetingId: string;
  name: string;
  replaces: string | null;
  bytes: Buffer;
}

/** Attaches a file to a meeting, or puts it in the place of one that keeps its address; the same twice is there once. */
export async function attachMeetingFile(tx: Transaction, { meetingId, name, replaces, bytes: sent }: Sent) {
  const { db, record, now } = tx;
  const meeting = await meetingHeld(tx, meetingId);
  const title = neededLine(titleOf(name), "name", limits["meeting.file"]);
  const { kind, bytes, digest } = await sentFile(sent);
  const there = await db.find(MeetingFiles, { where: { meetingId: meeting.id }, order: { id: "ASC" } });
  const known = there.find((file) => file.digest === digest && file.title === title);
  if (known) return known;
  const before = replaces && there.find(({ id }) => id === replaces.toLowerCase());
  if (replaces && !before) throw new Refusal("GONE", "file");
  if (!before && there.length >= mostMeetingFiles)
    throw new Refusal("TOO_MANY_CHOICES", "file", String(mostMeetingFiles));
  const words = { title, kind, size: bytes.length, digest, addedOn: dayOf(now) };
  const id = before ? before.id : await inserted(tx, { ...words, meetingId: meeting.id });
  if (before) await db.update(MeetingFiles, id, words);
  await db.upsert(MeetingFileContents, { fileId: id, bytes }, ["fileId"]);
  await record(before ? "meeting.fileReplaced" : "meeting.fileAttached", meeting, { title, kind, digest });
  return db.findOneByOrFail(MeetingFiles, { id });
}

/** Takes a file away from a meeting. */
export async function removeMeetingFile(tx: Transaction, { id }: RemoveMeetingFileInput) {
  const { db, viewer, record } = tx;
  authorize(meetingPolicy.announceAny(viewer));
  const file = isId(id) ? await db.findOneBy(MeetingFiles, { id }) : null;
  // Taken away already: as good as done.
  if (!file) return {};
  const meeting = await meetingHeld(tx, file.meetingId);
  await db.delete(MeetingFiles, { id: file.id });
  await record("meeting.fileRemoved", meeting, { title: file.title, digest: file.digest });
  return { meeting };
}

const inserted = async ({ db }: Transaction, row: Omit<MeetingFile, "id">) =>
  (await db.insert(MeetingFiles, row)).identifiers[0]!.id as string;

/** The meeting, held: of two files sent at once none goes over what it takes. */
async function meetingHeld({ db, viewer }: Transaction, id: string) {
  const where = { id };
  const meeting = isId(id) ? await db.findOne(Meetings, { where, lock: { mode: "for_no_key_update" } }) : null;
  if (!meeting) throw notFound();
  authorize(meetingPolicy.keep(viewer, meeting));
  return meeting;
}

/** A name without its folders nor its ending, nor what would show it otherwise than it is. */
const titleOf = (name: string) =>
  (name.split(/[/\\]/).at(-1) ?? "")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .replace(/\.(pdf|png|jpe?g|odt|docx)$/i, "")
    .trim();
