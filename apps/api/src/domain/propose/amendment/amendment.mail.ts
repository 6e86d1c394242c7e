/**
 * A mail to an address that nobody checked carries nothing of its sender: no word that was typed with it, no
 * private link. It leads to the public page.
 */
import { m } from "@cahier/schema/messages";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { config } from "../../../platform/config.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import type { Amendment } from "./amendment.entity.ts";

/**
 * Mail to an author who left an address: their amendment is settled. It repeats no word typed with the address, and
 * links to public pages only: the address may be somebody else's.
 */
export async function settledMail(db: EntityManager, amendment: Amendment, locale: Language) {
  const { id, proposalId, state, text, acceptedText, answer } = amendment;
  const { number, title, slug } = await db.findOneByOrFail(Proposals, { id: proposalId });
  const taken = acceptedText === text ? m.mail_amendment_ACCEPTED : m.mail_amendment_ACCEPTED_edited;
  const became = { ACCEPTED: taken, REFUSED: m.mail_amendment_REFUSED, PROMOTED: m.mail_amendment_PROMOTED };
  const outcome = [
    became[state as keyof typeof became]({}, { locale }),
    answer && m.mail_trail_note({ note: answer }, { locale }),
  ]
    .filter(Boolean)
    .join("\n\n");
  const link = siteAddress(locale, `/proposals/${slug}/amendments/${id}`);
  return {
    subject: m.mail_amendment_subject({}, { locale }),
    text: m.mail_amendment_text({ number, title, outcome, link, origin: config.origin }, { locale }),
  };
}
