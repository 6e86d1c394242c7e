import { m } from "@cahier/schema/messages";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { takeBackMails } from "../../../platform/mail/outbox.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import type { Person } from "../../ground/person/person.entity.ts";
import type { Exchange } from "./exchange.entity.ts";

interface Words {
  subject: string;
  text: string;
}

/** Mail to the author of an exchange: somebody asks to be introduced. No address in it. */
export const askedMail = (
  locale: Language,
  { exchange: { title }, asker, text, site }: { exchange: Exchange; asker: Person; text: string; site: string },
): Words => ({
  subject: m.exchange_mail_asked_subject({}, { locale }),
  text: [
    m.exchange_mail_asked({ name: asker.displayName, title, site }, { locale }),
    text,
    m.exchange_mail_asked_how({}, { locale }),
    siteAddress(locale, "/desk#exchanges"),
  ].join("\n\n"),
});

/** Mail to each of the two who agreed: how to reach the other. */
export const introducedMail = (
  locale: Language,
  { exchange: { title }, other }: { exchange: Exchange; other: Person },
): Words => ({
  subject: m.exchange_mail_introduced_subject({}, { locale }),
  text: [
    m.exchange_mail_introduced({ name: other.displayName, title }, { locale }),
    other.email ?? m.exchange_mail_no_address({}, { locale }),
  ].join("\n\n"),
});

/** Mail to the person who asked: declined for now. */
export const declinedMail = (locale: Language, { exchange: { title } }: { exchange: Exchange }): Words => ({
  subject: m.exchange_mail_declined_subject({}, { locale }),
  text: [m.exchange_mail_declined({ title }, { locale }), siteAddress(locale, "/exchanges")].join("\n\n"),
});

/** Takes back the mails that wait and tell of these introductions: they hold the words, the name or the address of one of the two. */
export const forgetMails = (db: EntityManager, ids: string[]) =>
  takeBackMails(
    db,
    ...ids.flatMap((id) => ["asked", "accepted", "declined"].map((what) => `introduction ${what} ${id}`)),
  );
