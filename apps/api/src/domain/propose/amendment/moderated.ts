import { type ModeratedKind, partsOf } from "../../../platform/moderated.ts";
import { held, visible } from "../../ground/moderation/status.sql.ts";
import { Amendments } from "./amendment.entity.ts";

/** Amendments, for moderators: each with the sentence it changes. */
export const moderatedAmendment: ModeratedKind = {
  rows: () => `select it.id, p.group_id, it.proposed_on as given_on, it.status,
      ${partsOf({ text: "it.text", why: "it.why", authorName: "it.author_name" })} as parts,
      p.title as about, it.before as quoted, '/proposals/' || p.slug as path
    from amendment it join proposal p on p.id = it.proposal_id`,
  held: held("it"),
  heldIn: (oldest, told) => `select ${told({ id: "h.id", group: "h.group_id", day: "h.day" })} from (
      select it.id, p.group_id, it.proposed_on as day from amendment it join proposal p on p.id = it.proposal_id
      where p.group_id = any($1::uuid[]) and ${held("it")} ${oldest("it.proposed_on", "it.id")}) h`,
  floods: {
    table: "amendment",
    day: "proposed_on",
    group: "(select p.group_id from proposal p where p.id = it.proposal_id)",
  },
  shown: visible("it"),
  lock: [
    "select from proposal where id = (select proposal_id from amendment where id = $1) for no key update",
    "select from amendment where id = $1 for update",
  ],
  rule: ({ db }, id, visibility, words) => db.update(Amendments, id, { ...visibility, ...words }),
};
