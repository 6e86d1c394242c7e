/**
 * A mail to an address that nobody checked repeats no word typed with it, and no private link: it leads to the page of
 * the meeting, where the device that registered finds its own link.
 */
import { m } from "@cahier/schema/messages";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { dayInWords, zone } from "../../../platform/day.ts";
import { config } from "../../../platform/config.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { type LeftMail, leaveMails } from "../../../platform/mail/outbox.ts";
import { keepTold, toldTo } from "../../../platform/mail/told.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { type AttendanceAddress, AttendanceAddresses } from "./attendance.entity.ts";

/** News of a meeting for those who come. */
export type MeetingNews = "SEATED" | "MOVED" | "CANCELLED" | "RESUMED" | "SOON";

const sentences: Record<MeetingNews, (input: { reason: string }, options: { locale: Language }) => string> = {
  SEATED: (_, options) => m.mail_attendance_SEATED({}, options),
  MOVED: m.mail_attendance_MOVED,
  CANCELLED: m.mail_attendance_CANCELLED,
  RESUMED: (_, options) => m.mail_attendance_RESUMED({}, options),
  SOON: (_, options) => m.mail_attendance_SOON({}, options),
};

/** Tells one who comes, if they left an address: once for each version of the meeting. */
export async function tellOne(db: EntityManager, meeting: Meeting, attendanceId: string, news: MeetingNews) {
  const left = await db.findOneBy(AttendanceAddresses, { attendanceId });
  if (left) await tell(db, meeting, [left], news);
}

/** Tells all who come and left an address, once. */
export async function tellAll(db: EntityManager, meeting: Meeting, news: MeetingNews, now = new Date()) {
  const left = await db.query<AttendanceAddress[]>(
    `select l.attendance_id as "attendanceId", l.address, l.language from attendance_address l
     join attendance a on a.id = l.attendance_id where a.meeting_id = $1 and not a.withdrawn order by a.arrival`,
    [meeting.id],
  );
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

async function tell(db: EntityManager, meeting: Meeting, those: AttendanceAddress[], news: MeetingNews) {
  if (!sendsMail(config)) return;
  await leaveMails(
    db,
    those.map((one) => mailTo(one, meeting, news)),
  );
}

function mailTo({ attendanceId, address, language }: AttendanceAddress, meeting: Meeting, news: MeetingNews): LeftMail {
  const locale = language;
  const reason = (news === "MOVED" ? meeting.movedReason : meeting.cancelledReason) ?? "";
  const { title, slug, place, startsAt } = meeting;
  return {
    key: `attendance ${news} ${attendanceId} ${news === "SEATED" || news === "SOON" ? "" : meeting.version}`,
    to: address,
    language,
    subject: m.mail_attendance_subject({ title }, { locale }),
    text: m.mail_attendance_text(
      {
        news: sentences[news]({ reason }, { locale }),
        title,
        when: dayInWords(locale, startsAt, { timeStyle: "short", timeZone: zone }),
        place,
        link: siteAddress(locale, `/meetings/${slug}`),
      },
      { locale },
    ),
  };
}
