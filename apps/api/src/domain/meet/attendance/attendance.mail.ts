/**
 * A mail to an address that nobody checked repeats no word typed with it, and no private link: it leads to the page of
 * the meeting, where the device that registered finds its own link.
 */
import { m } from "@cahier/schema/messages";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { dayInWords, zone } from "../../../platform/day.ts";
import { config } from "../../../platform/config.ts";
import type { Composed } from "../../../platform/mail/composer.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { leaveComposed } from "../../../platform/mail/outbox.ts";
import { stopLink } from "../../../platform/mail/stopLink.ts";
import { keepTold, toldTo } from "../../../platform/mail/told.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { type Meeting, Meetings } from "../meeting/meeting.entity.ts";
import type { Attendance, AttendanceAddress } from "./attendance.entity.ts";

/** News of a meeting for those who come. */
export type MeetingNews = "SEATED" | "MOVED" | "CANCELLED" | "RESUMED" | "SOON";

/** Days before a meeting from which its reminder goes. */
export const soonDays = 2;

type Word = (input: { reason: string }, options: { locale: Language }) => string;

const sentences: Record<MeetingNews, Word> = {
  SEATED: (_, options) => m.mail_attendance_SEATED({}, options),
  MOVED: m.mail_attendance_MOVED,
  CANCELLED: m.mail_attendance_CANCELLED,
  RESUMED: (_, options) => m.mail_attendance_RESUMED({}, options),
  SOON: (_, options) => m.mail_attendance_SOON({}, options),
};

const subjects = {
  SEATED: m.mail_attendance_subject_SEATED,
  MOVED: m.mail_attendance_subject_MOVED,
  CANCELLED: m.mail_attendance_subject_CANCELLED,
  RESUMED: m.mail_attendance_subject_RESUMED,
  SOON: m.mail_attendance_subject_SOON,
};

/** Somebody to be told, as they come now. */
type Told = AttendanceAddress & Pick<Attendance, "meetingId" | "arrival" | "waiting">;

const told = `l.attendance_id as "attendanceId", l.address, l.language, a.meeting_id as "meetingId", a.arrival, a.waiting
  from attendance_address l join attendance a on a.id = l.attendance_id and not a.withdrawn`;

/** Note stored with a mail, and read again as it leaves. */
interface Noted {
  attendanceId: string;
  news: MeetingNews;
}

/** Tells one who comes, if they left an address: once. */
export async function tellOne(db: EntityManager, meeting: Meeting, attendanceId: string, news: MeetingNews) {
  await tell(db, meeting, await db.query<Told[]>(`select ${told} where a.id = $1`, [attendanceId]), news);
}

/** Tells all who come and left an address, once. */
export async function tellAll(db: EntityManager, meeting: Meeting, news: MeetingNews, now = new Date()) {
  const left = await db.query<Told[]>(`select ${told} where a.meeting_id = $1 order by a.arrival`, [meeting.id]);
  if (sendsMail(config) && (news === "MOVED" || news === "CANCELLED"))
    await keepTold(
      db,
      now,
      left.map(({ address }) => ({
        holder: toldTo(address),
        thing: `MEETING_${news} ${meeting.id} ${now.getTime()}`,
      })),
    );
  await tell(db, meeting, left, news);
}

async function tell(db: EntityManager, meeting: Meeting, those: Told[], news: MeetingNews) {
  if (!sendsMail(config)) return;
  if (news !== "SEATED" && news !== "SOON") await takeBack(db, meeting, those);
  await leaveComposed(
    db,
    those.map((one) => {
      const { attendanceId, address, language } = one;
      const noted: Noted = { attendanceId, news };
      return {
        key: `attendance ${news} ${attendanceId} ${onceFor(meeting, one, news)}`,
        to: address,
        composer: "attendance",
        noted: JSON.stringify(noted),
        stopLink: stopLink(address, language),
      };
    }),
  );
}

/** Of what one mail is left, ever: who comes back behind those who wait is seated anew. */
const onceFor = ({ version }: Meeting, { arrival }: Told, news: MeetingNews) =>
  news === "SEATED" ? arrival : news === "SOON" ? "" : version;

/**
 * The next mail says where the meeting stands: those that wait and said so before are taken back. A meeting that is put
 * off is reminded of again.
 */
const takeBack = (db: EntityManager, { startsAt }: Meeting, those: Told[]) =>
  db.query(
    `delete from outgoing_mail where key = any($2::text[]) or recipient is not null and key ^@ 'attendance '
       and split_part(key, ' ', 2) <> 'SEATED' and split_part(key, ' ', 3) = any($1::text[])`,
    [
      those.map(({ attendanceId }) => attendanceId),
      startsAt.getTime() > Date.now() + soonDays * 86_400_000
        ? those.map(({ attendanceId }) => `attendance SOON ${attendanceId} `)
        : [],
    ],
  );

/** Writes the mail as it leaves: of the meeting as it is then; null where it is not true any more, or no longer wanted. */
export async function composeAttendance(db: EntityManager, noted: string): Promise<Composed> {
  const { attendanceId, news } = JSON.parse(noted) as Noted;
  const [one] = await db.query<Told[]>(`select ${told} where a.id = $1`, [attendanceId]);
  if (!one) return null;
  const meeting = await db.findOneByOrFail(Meetings, { id: one.meetingId });
  if ((meeting.cancelledReason !== null) !== (news === "CANCELLED") || (news === "SEATED" && one.waiting)) return null;
  const { title, slug, place, startsAt } = meeting;
  const { address, language, waiting } = one;
  const locale = language;
  const reason = (news === "MOVED" ? meeting.movedReason : meeting.cancelledReason) ?? "";
  return {
    language,
    subject: subjects[news]({ title }, { locale }),
    text: m.mail_attendance_text(
      {
        news: (news === "SOON" && waiting ? m.mail_attendance_SOON_waiting : sentences[news])({ reason }, { locale }),
        title,
        when: dayInWords(locale, startsAt, { timeStyle: "short", timeZone: zone }),
        place,
        link: siteAddress(locale, `/meetings/${slug}`),
        stop: stopLink(address, locale),
      },
      { locale },
    ),
  };
}
