import { type ModeratedKind, partsOf } from "../../../platform/moderated.ts";
import { held } from "../../ground/moderation/status.sql.ts";
import { MinorityPositions } from "./minority.entity.ts";
import { attachedMinorityPosition } from "./minority.queries.ts";

/** Minority positions, for moderators: no editor removes them, a moderator may hide what insults. */
export const moderatedPosition: ModeratedKind = {
  rows: () => `select it.id, coalesce(p.group_id, o.group_id) as group_id, it.opened_on as given_on, it.status,
      ${partsOf({ text: "it.text" })} as parts, coalesce(p.title, s.title) as about, null as quoted,
      coalesce('/proposals/' || p.slug, '/syntheses/' || s.slug) as path
    from minority_position it left join proposal p on p.id = it.proposal_id
    left join synthesis s on s.id = it.synthesis_id left join objective o on o.id = s.objective_id`,
  held: held("it"),
  shown: attachedMinorityPosition("it"),
  lock: ["select from minority_position where id = $1 for update"],
  rule: ({ db }, id, visibility, words) => db.update(MinorityPositions, id, { ...visibility, ...words }),
};
