import { m } from "@cahier/schema/messages";
import { supplyUseNames } from "@cahier/schema/propose/supply.names";
import type { Language, SupplyUse } from "../../../graphql/resolvers.generated.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import type { Proposal } from "../proposal/proposal.entity.ts";

/** Mail to an author who left an address: the use made of their words, none of those words, only public facts. */
export function takenUpMail({ number, title }: Proposal, contributionId: string, as: SupplyUse, locale: Language) {
  const link = siteAddress(locale, `/contributions/${contributionId}`);
  const words = { number, title, outcome: supplyUseNames[as]({}, { locale }), link };
  return { subject: m.mail_supply_subject({}, { locale }), text: m.mail_supply_text(words, { locale }) };
}
