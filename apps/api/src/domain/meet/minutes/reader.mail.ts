/**
 * A mail to an address that nobody checked repeats no word of the meeting but its title, and no private link: it leads to
 * the page of the meeting, where the device that registered finds its own link.
 */
import { m } from "@cahier/schema/messages";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { dayInWords } from "../../../platform/day.ts";
import { config } from "../../../platform/config.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { leaveMails } from "../../../platform/mail/outbox.ts";
import { stopLink } from "../../../platform/mail/stopLink.ts";
import { keepTold, toldTo } from "../../../platform/mail/told.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import type { MinutesQuote, MinutesReader } from "./minutes.entity.ts";

/** News of minutes for those who were there. */
type MinutesNews = "REVIEW" | "ANSWERED" | "PUBLISHED" | "QUOTED" | "CITED" | "RESOLVED";

const sentences: Record<MinutesNews, (input: { date: string }, options: { locale: Language }) => string> = {
  REVIEW: m.mail_minutes_REVIEW,
  ANSWERED: (_, options) => m.mail_minutes_ANSWERED({}, options),
  QUOTED: m.mail_minutes_QUOTED,
  PUBLISHED: (_, options) => m.mail_minutes_PUBLISHED({}, options),
  CITED: m.mail_minutes_CITED,
  RESOLVED: (_, options) => m.mail_minutes_RESOLVED({}, options),
};

/** Subject of a mail that asks one thing. */
const asks: MinutesNews[] = ["QUOTED", "CITED", "RESOLVED"];

/** Tells those who were there and left an address, once: that minutes can be read over until a day, or are published. */
export const tellReaders = (db: EntityManager, meeting: Meeting, news: "REVIEW" | "PUBLISHED", until = "") =>
  tell(db, meeting, news, "a.meeting_id = $1", meeting.id, until);

/** Tells the author of a correction that it has its answer, once; by an address that they left. */
export const tellCorrector = (db: EntityManager, meeting: Meeting, correctionId: string) =>
  tell(
    db,
    meeting,
    "ANSWERED",
    "a.id = (select attendance_id from minutes_correction where id = $1)",
    correctionId,
    "",
  );

/** Asks whoever is quoted whether they are quoted well: in a mail of its own, once for the same words. */
export const tellQuoted = (
  db: EntityManager,
  meeting: Meeting,
  { blockId, attendanceId, edit }: MinutesQuote,
  until: string,
) => tell(db, meeting, "QUOTED", "a.id = $1", attendanceId!, until, `${blockId} ${edit}`);

/** Mail to a person who is quoted, sent once: of a version, or of an answer. */
export interface SpeakerNews {
  attendanceId: string;
  news: "CITED" | "RESOLVED";
  until?: string;
  of: string;
}

/** Those of them that nobody was told yet. */
export async function yetToTell<News extends SpeakerNews>(db: EntityManager, all: News[]): Promise<News[]> {
  const text = "select key from outgoing_mail where key = any($1::text[])";
  const rows = await db.query<{ key: string }[]>(text, [all.map(keyOf)]);
  const told = new Set(rows.map(({ key }) => key));
  return all.filter((one) => !told.has(keyOf(one)));
}

/** One mail for it, ever. */
const keyOf = ({ news, attendanceId, of }: Pick<SpeakerNews, "attendanceId" | "of"> & { news: MinutesNews }) =>
  `minutes ${news} ${attendanceId} ${of}`;

/**
 * Asks somebody who is quoted in published minutes whether a synthesis that circulates cites them well, or says that the
 * team took up what they said of it: once each, where they left an address for that. Answers how many mails it left.
 */
export const tellSpeaker = (db: EntityManager, meeting: Meeting, { attendanceId, news, until = "", of }: SpeakerNews) =>
  tell(db, meeting, news, "r.cited and a.id = $1", attendanceId, until, of);

async function tell(
  db: EntityManager,
  { id: meetingId, slug, title }: Meeting,
  news: MinutesNews,
  where: string,
  id: string,
  until: string,
  of = news === "ANSWERED" ? id : "",
) {
  if (!sendsMail(config)) return 0;
  const readers = await db.query<MinutesReader[]>(
    `select r.attendance_id as "attendanceId", r.address, r.language from minutes_reader r
     join attendance a on a.id = r.attendance_id where ${where} and not a.withdrawn order by a.arrival`,
    [id],
  );
  if (news === "PUBLISHED")
    await keepTold(
      db,
      new Date(),
      readers.map(({ address }) => ({ holder: toldTo(address), thing: `MINUTES_PUBLISHED ${meetingId}` })),
    );
  const mails = readers.map(({ attendanceId, address, language: locale }) => {
    const date = until && dayInWords(locale, new Date(until), { timeZone: "UTC" });
    const stop = stopLink(address, locale);
    return {
      key: keyOf({ news, attendanceId, of }),
      to: address,
      language: locale,
      subject: (asks.includes(news) ? m.mail_minutes_quoted_subject : m.mail_minutes_subject)({ title }, { locale }),
      text: m.mail_minutes_text(
        {
          news: sentences[news]({ date }, { locale }),
          title,
          link: siteAddress(locale, `/meetings/${slug}`),
          stop,
        },
        { locale },
      ),
      stopLink: stop,
    };
  });
  return leaveMails(db, mails);
}
