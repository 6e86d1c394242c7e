import { m } from "@cahier/schema/messages";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { leaveMail, takeBackMails } from "../../../platform/mail/outbox.ts";
import { siteOf } from "../../../platform/organiser.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { Persons } from "../person/person.entity.ts";
import type { Invitation, RoleGrant } from "./role.entity.ts";

/** Sends a link to the address of its invitation, where it has one and mails leave; says whether it did. */
export async function mailInvitation(
  db: EntityManager,
  { id, role, email, tokenDigest }: Invitation,
  token: string,
  { displayName: name, language: locale }: { displayName: string; language: Language },
) {
  if (!email || !sendsMail(config)) return false;
  const link = siteAddress(locale, `/invitations/${token}`);
  const facts = { name: name || m.role_nameless({}, { locale }), role: m[`person_role_${role}`]({}, { locale }) };
  const site = await siteOf(db);
  await leaveMail(db, {
    key: `invitation ${id} ${tokenDigest}`,
    to: email,
    language: locale,
    subject: m.mail_invitation_subject({ site }, { locale }),
    text: m.mail_invitation_text({ ...facts, link, site }, { locale }),
  });
  return true;
}

/** Takes back the mails of an invitation that wait: their link opens nothing any more. */
export const takeInvitationBack = (db: EntityManager, id: string) => takeBackMails(db, `invitation ${id} `);

/** Tells the holder of a role that it ended, at an address that is proven theirs. */
export async function tellEnd(db: EntityManager, { id, personId, role }: RoleGrant, reason: string) {
  const { email, emailVerified, language: locale } = await db.findOneByOrFail(Persons, { id: personId });
  if (!email || !emailVerified || !sendsMail(config)) return;
  const facts = { role: m[`person_role_${role}`]({}, { locale }), reason, link: siteAddress(locale, "/profile") };
  await leaveMail(db, {
    key: `role ended ${id}`,
    to: email,
    language: locale,
    subject: m.mail_roleEnded_subject({}, { locale }),
    text: m.mail_roleEnded_text(facts, { locale }),
  });
}
