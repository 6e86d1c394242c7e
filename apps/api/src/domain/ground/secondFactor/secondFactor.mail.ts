import { m } from "@cahier/schema/messages";
import type { Transaction } from "../../../platform/context.ts";
import { config } from "../../../platform/config.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { leaveMail } from "../../../platform/mail/outbox.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { Persons } from "../person/person.entity.ts";

const sentences = {
  ENROLLED: m.mail_secondFactor_ENROLLED,
  ENDED: m.mail_secondFactor_ENDED,
  RESET: m.mail_secondFactor_RESET,
  RECOVERED: m.mail_secondFactor_RECOVERED,
};

/** Tells somebody that their second factor changed, who did it or not: a stranger's act is seen at once. */
export async function tellFactor(
  { db, now }: Pick<Transaction, "db" | "now">,
  personId: string,
  what: keyof typeof sentences,
) {
  const { email, emailVerified, language: locale } = await db.findOneByOrFail(Persons, { id: personId });
  if (!email || !emailVerified || !sendsMail(config)) return;
  await leaveMail(db, {
    key: `second factor ${personId} ${what} ${now.getTime()}`,
    to: email,
    language: locale,
    subject: m.mail_secondFactor_subject({}, { locale }),
    text: m.mail_secondFactor_text(
      { what: sentences[what]({}, { locale }), link: siteAddress(locale, "/profile") },
      { locale },
    ),
  });
}
