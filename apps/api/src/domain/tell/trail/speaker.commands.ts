import type { DataSource } from "typeorm";
import { type Context, createContext } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { log } from "../../../platform/log.ts";
import { isUnavailable } from "../../../platform/server/unavailable.ts";
import { Attendances } from "../../meet/attendance/attendance.entity.ts";
import { Meetings } from "../../meet/meeting/meeting.entity.ts";
import { tellSpeaker, yetToTell } from "../../meet/minutes/reader.mail.ts";
import { SynthesisVersions } from "../../understand/synthesis/synthesis.entity.ts";
import { citationsAt, type OwnCitation } from "./citation.queries.ts";
import type { When } from "./digest.commands.ts";

/** Speakers handled together. */
const together = 100;

/**
 * Asks by mail those who are quoted in minutes, and left an address for it, whether a synthesis that circulates cites
 * them well, and tells them what the team did of what they said: alone and once, as for responses. Answers how many mails.
 */
export async function askSpeakers(database: DataSource, { now, pace }: When): Promise<number> {
  const until = pace === "DAY" ? dayOf(now) : null;
  let mails = 0;
  let last: string | null = null;
  for (;;) {
    const speakers = await speakersAfter(database, last);
    if (speakers.length === 0) return mails;
    last = speakers.at(-1)!.id;
    const context = createContext(database);
    const due = await Promise.all(speakers.map(({ id }) => dueTo(context, id, until)));
    for (const { meeting, ...told } of await yetToTell(database.manager, due.flat()))
      try {
        mails += await database.transaction((db) => tellSpeaker(db, meeting, told));
      } catch (error) {
        // A failure for one does not keep the others from their mail.
        if (isUnavailable(error)) throw error;
        log.error("speakers", error);
      }
  }
}

/** Mails due to somebody: what is read for many of them comes together. */
async function dueTo(context: Context, attendanceId: string, until: string | null) {
  const own = (await context.load(Attendances, attendanceId))!;
  const [meeting, citations] = await Promise.all([context.load(Meetings, own.meetingId), citationsAt(context, own)]);
  return Promise.all(
    newsOf(citations, until).map(async ({ kind, versionId, of }) => {
      const version = await context.load(SynthesisVersions, versionId);
      return { meeting: meeting!, attendanceId, news: kind, until: version?.circulatesUntil ?? "", of };
    }),
  );
}

/** Those who are quoted and left an address for it, some at a time, after one of them. */
const speakersAfter = (database: DataSource, last: string | null) =>
  database.query<{ id: string }[]>(
    `select attendance_id as id from minutes_reader where cited and ($1::uuid is null or attendance_id > $1)
     order by attendance_id limit ${together}`,
    [last],
  );

interface SpeakerNews {
  kind: "CITED" | "RESOLVED";
  versionId: string | null;
  /** Key of its subject, which is told once. */
  of: string;
}

/** Mails due to somebody: one a version, whatever it cites of them; one an answer. Pure. */
function newsOf(citations: OwnCitation[], until: string | null): SpeakerNews[] {
  const passed = (on: string | null | undefined) => !until || (on !== null && on !== undefined && on < until);
  const asking = citations.filter((it) => it.circulates && !it.review && passed(it.circulatedOn));
  const versions = new Set(asking.map(({ versionId }) => versionId!));
  const answers = citations.flatMap(({ review }) =>
    review?.resolution && passed(review.resolvedOn) ? [`${review.passageId} ${review.resolvedOn}`] : [],
  );
  return [
    ...[...versions].map((versionId): SpeakerNews => ({ kind: "CITED", versionId, of: versionId })),
    ...[...new Set(answers)].map((of): SpeakerNews => ({ kind: "RESOLVED", versionId: null, of })),
  ];
}
