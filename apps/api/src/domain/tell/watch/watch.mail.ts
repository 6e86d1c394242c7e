import { m } from "@cahier/schema/messages";
import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { Language, WatchPace } from "../../../graphql/resolvers.generated.ts";
import { leaveMail } from "../../../platform/mail/outbox.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import type { Subject } from "./subject.queries.ts";

type Word = (input: object, options: { locale: Language }) => string;

const paces: Record<WatchPace, Word> = {
  NOW: m.mail_watch_NOW,
  DAILY: m.mail_watch_DAILY,
  WEEKLY: m.mail_watch_WEEKLY,
  NEVER: m.mail_watch_NEVER,
};

/** Asks an address whether it wants to follow something: nothing is kept of it until its link is pressed. */
export const askToConfirm = (
  db: EntityManager,
  to: string,
  locale: Language,
  { title }: Subject,
  pace: WatchPace,
  token: string,
) =>
  leaveMail(db, {
    key: `watch ${randomUUID()}`,
    to,
    language: locale,
    subject: m.mail_watch_subject({ title }, { locale }),
    text: m.mail_watch_text(
      { title, pace: paces[pace]({}, { locale }), link: siteAddress(locale, `/watch/confirm?token=${token}`) },
      { locale },
    ),
  });
