import { m } from "@cahier/schema/messages";
import type { EntityManager } from "typeorm";
import { config } from "../../../platform/config.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { leaveMail } from "../../../platform/mail/outbox.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { Persons } from "../person/person.entity.ts";
import type { Candidacy } from "./regionalGroup.entity.ts";

/** Tells somebody what was answered to their candidacy, at an address that is proven theirs. */
export async function tellCandidate(db: EntityManager, candidacy: Candidacy, territory: string) {
  const { id, personId, accepted, answer } = candidacy;
  const { email, emailVerified, language: locale } = await db.findOneByOrFail(Persons, { id: personId });
  if (!email || !emailVerified || !sendsMail(config)) return;
  const facts = { territory, answer: answer ?? "", link: siteAddress(locale, "/profile") };
  await leaveMail(db, {
    key: `candidacy ${id}`,
    to: email,
    language: locale,
    subject: m.mail_candidacy_subject({ territory }, { locale }),
    text: accepted ? m.mail_candidacy_accepted(facts, { locale }) : m.mail_candidacy_declined(facts, { locale }),
  });
}
