import { m } from "@cahier/schema/messages";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { leaveMail } from "../../../platform/mail/outbox.ts";
import type { Handover } from "../handover/handover.entity.ts";
import type { OfficeReply } from "./office.entity.ts";

interface OfficeMailFacts {
  address: string;
  language: Language;
  office: string;
}

const toldText = `select o.email as address, o.language, i.name as office
  from office_link l join person o on o.id in (l.made_by_id, $2) join interlocutor i on i.id = $3
  where l.id = $1 and o.email is not null and o.told_by_mail`;

/** Tells the makers of the link and of the handover that a reply waits for them; not its words. */
export async function tellTeam(db: EntityManager, handover: Handover, { linkId, id, version }: OfficeReply) {
  const told = await db.query<OfficeMailFacts[]>(toldText, [linkId, handover.openedById, handover.interlocutorId]);
  for (const { address, language: locale, office } of told) {
    const link = siteAddress(locale, `/handovers/${handover.id}#team`);
    await leaveMail(db, {
      key: `office ${id} ${version} ${address}`,
      to: address,
      language: locale,
      subject: m.mail_office_subject({}, { locale }),
      text: m.mail_office_text({ office, ask: handover.ask, link }, { locale }),
    });
  }
}
