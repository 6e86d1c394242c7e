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
  shown: visible("it"),
  lock: ["select from contribution where id = $1 for no key update"],
  async rule(tx, id, visibility, { source, ...words }) {
    if (source !== undefined) await tx.db.update(Supplies, id, { source });
    await ruleContribution(tx, id, visibility, words);
  },
};
