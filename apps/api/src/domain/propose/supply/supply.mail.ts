import { m } from "@cahier/schema/messages";
import type { Language, SupplyUse } from "../../../graphql/resolvers.generated.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { config } from "../../../platform/config.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";

const uses: Record<SupplyUse, (input: object, options: { locale: Language }) => string> = {
  STATEMENT: m.supply_taken_as_STATEMENT,
  OBJECTION: m.supply_taken_as_OBJECTION,
  EXAMPLE: m.supply_taken_as_EXAMPLE,
  CARRIER: m.supply_taken_as_CARRIER,
  WORK: m.supply_taken_as_WORK,
  INTERLOCUTOR: m.supply_taken_as_INTERLOCUTOR,
  REPLY: m.supply_taken_as_REPLY,
};

/** Mail to an author who left an address: the use made of their words, none of those words, only public facts. */
export function takenUpMail({ number, title }: Proposal, contributionId: string, as: SupplyUse, locale: Language) {
  const link = siteAddress(locale, `/contributions/${contributionId}`);
  const words = { number, title, outcome: uses[as]({}, { locale }), link, origin: config.origin };
  return { subject: m.mail_supply_subject({}, { locale }), text: m.mail_supply_text(words, { locale }) };
}
