/**
 * A mail to an address that nobody checked carries nothing of its sender: no word that was typed with it, no
 * private link. It leads to the public page.
 */
import { m } from "@cahier/schema/messages";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { type Proposal, Proposals } from "../proposal/proposal.entity.ts";
import type { Amendment } from "./amendment.entity.ts";

/**
 * Mail to an author who left an address: their amendment is settled. It repeats no word typed with the address, and
 * links to public pages only: the address may be somebody else's.
 */
export async function settledMail(db: EntityManager, amendment: Amendment, locale: Language) {
  const { id, proposalId, state, text, acceptedText, answer } = amendment;
  const proposal = await db.findOneByOrFail(Proposals, { id: proposalId });
  const taken = acceptedText === text ? m.mail_amendment_ACCEPTED : m.mail_amendment_ACCEPTED_edited;
  const became = { ACCEPTED: taken, REFUSED: m.mail_amendment_REFUSED, PROMOTED: m.mail_amendment_PROMOTED };
  const outcome = [
    became[state as keyof typeof became]({}, { locale }),
    answer && m.mail_trail_note({ note: answer }, { locale }),
    // Refused by nobody's reason: it was joined with another text.
    state === "REFUSED" && !answer && m.curation_joined_reason({}, { locale }),
  ]
    .filter(Boolean)
    .join("\n\n");
  return mailOf(proposal, id, outcome, locale);
}

const ends = {
  ADOPTED: m.mail_amendment_end_ADOPTED,
  MERGED: m.mail_amendment_end_MERGED,
  SPLIT: m.mail_amendment_end_SPLIT,
  WITHDRAWN: m.mail_amendment_end_WITHDRAWN,
};

/** Mail to an author who left an address: the proposal is over, and nobody had settled their amendment. */
export const endedMail = (proposal: Proposal, id: string, locale: Language) =>
  mailOf(proposal, id, ends[proposal.state as keyof typeof ends]({}, { locale }), locale);

function mailOf({ number, title, slug }: Proposal, id: string, outcome: string, locale: Language) {
  const link = siteAddress(locale, `/proposals/${slug}/amendments/${id}`);
  return {
    subject: m.mail_amendment_subject({}, { locale }),
    text: m.mail_amendment_text({ number, title, outcome, link }, { locale }),
  };
}
