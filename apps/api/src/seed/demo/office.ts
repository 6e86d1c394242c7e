import { officeDigest } from "../../domain/carry/office/office.code.ts";
import { OfficeLinks, OfficeReplies } from "../../domain/carry/office/office.entity.ts";
import { rapporteur } from "./people.ts";
import type { Demo } from "./rows.ts";

/** A letter whose link an office has answered by: it waits for the team to make sure that it is the office. */
export function officeReplies({ clock, ids, put }: Demo) {
  const [handedOver, answered] = ["2012-06-14", "2012-06-19"];
  if (!clock.past(answered)) return;
  const linkId = ids.random("office-link-2");
  const handoverId = ids.ordered("handover-2");
  put(OfficeLinks, [
    {
      id: linkId,
      handoverId,
      codeDigest: officeDigest(linkId),
      contact: "Le groupe régional du Nord-Pas-de-Calais (fictif), nord@exemple.org",
      madeOn: clock.day(handedOver),
      madeById: ids.ordered(rapporteur),
    },
  ]);
  put(OfficeReplies, [
    {
      id: ids.random("office-reply-2"),
      linkId,
      handoverId,
      stance: "PARTLY",
      text: "Nous publierons dès l’automne le calendrier de nos achats alimentaires, à titre d’essai. Pour les autres achats, la décision revient au conseil municipal\u00a0: nous la lui proposerons.",
      writer: "Le secrétariat du service (fictif)",
      status: "HELD",
      sentOn: clock.day(answered),
    },
  ]);
}
