import { m } from "@cahier/schema/messages";
import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { leaveMail } from "../../../platform/mail/outbox.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";

const sentences = {
  OLD: m.mail_address_OLD,
  NEW: m.mail_address_NEW,
  TAKEN: m.mail_address_TAKEN,
  DONE: m.mail_address_DONE,
  REFUSED: m.mail_address_REFUSED,
};

/** Writes about a change of address to one of the two; with a link where an answer is asked. */
export const writeOfAddress = (
  db: EntityManager,
  to: string,
  locale: Language,
  what: keyof typeof sentences,
  facts: { address: string; token?: string },
) =>
  leaveMail(db, {
    key: `address ${randomUUID()}`,
    to,
    language: locale,
    subject: m.mail_address_subject({}, { locale }),
    text: m.mail_address_text(
      {
        what: sentences[what]({ address: facts.address }, { locale }),
        link: siteAddress(locale, facts.token ? `/mails/address/${facts.token}` : "/sign-in"),
      },
      { locale },
    ),
  });
