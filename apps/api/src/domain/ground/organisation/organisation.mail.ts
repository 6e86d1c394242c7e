import { m } from "@cahier/schema/messages";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { leaveMail } from "../../../platform/mail/outbox.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import type { Organisation } from "./organisation.entity.ts";

/** Tells the administrators of an organisation what the team answered, at addresses that are proven theirs. */
export async function tellAdministrators(db: EntityManager, { id, slug, name, state, reason, version }: Organisation) {
  if (!sendsMail(config)) return;
  const people = await db.query<{ id: string; email: string; language: Language }[]>(
    `select p.id, p.email, p.language from organisation_member m join person p on p.id = m.person_id
     where m.organisation_id = $1 and m.role = 'ADMINISTRATOR' and p.email is not null and p.email_verified order by m.since, m.id limit 20`,
    [id],
  );
  for (const { id: person, email, language: locale } of people) {
    // One that was refused is nobody else's to see: whoever is signed out is asked to sign in.
    const path = state === "CONFIRMED" ? `/organisations/${slug}` : "/desk#organisations";
    const facts = { name, reason: reason ?? "", link: siteAddress(locale, path) };
    await leaveMail(db, {
      key: `organisation ${id} ${version} ${person}`,
      to: email,
      language: locale,
      subject: m.mail_organisation_subject({ name }, { locale }),
      text:
        state === "CONFIRMED"
          ? m.mail_organisation_confirmed(facts, { locale })
          : m.mail_organisation_refused(facts, { locale }),
    });
  }
}
