import { type ModeratedKind, partsOf } from "../../../platform/moderated.ts";
import { held, visible } from "../../ground/moderation/status.sql.ts";
import { ruleContribution } from "../../listen/contribution/contribution.writes.ts";
import { Supplies } from "./supply.entity.ts";

/** Supplies to proposals, for moderators. */
export const moderatedSupply: ModeratedKind = {
  rows: () => `select it.id, p.group_id, it.contributed_on as given_on, it.status,
      ${partsOf({ body: "it.body", source: "s.source", authorName: "it.author_name" })} as parts,
      p.title as about, null as quoted, '/proposals/' || p.slug as path
    from contribution it join supply s on s.contribution_id = it.id join proposal p on p.id = s.proposal_id`,
  held: held("it"),
  heldIn: (oldest, told) => `select ${told({ id: "h.id", group: "h.group_id", day: "h.day" })} from (
      select it.id, p.group_id, it.contributed_on as day
      from contribution it join supply s on s.contribution_id = it.id join proposal p on p.id = s.proposal_id
      where p.group_id = any($1::uuid[]) and ${held("it")} and it.objective_id is null and it.response_id is null
        and it.import_key is null ${oldest("it.contributed_on", "it.id")}) h`,
  floods: {
    table: "contribution",
    day: "contributed_on",
    group: `(select p.group_id from supply s join proposal p on p.id = s.proposal_id where s.contribution_id = it.id)`,
  },
  shown: visible("it"),
  lock: ["select from contribution where id = $1 for no key update"],
  async rule(tx, id, visibility, { source, ...words }) {
    if (source !== undefined) await tx.db.update(Supplies, id, { source });
    await ruleContribution(tx, id, visibility, words);
  },
};
