import { type ModeratedKind, partsOf } from "../../../platform/moderated.ts";
import { ruledSlug } from "../moderation/ruling.writes.ts";
import { likeness } from "../../../platform/text/likeness.ts";
import { held, visible } from "../moderation/status.sql.ts";
import { Organisations } from "./organisation.entity.ts";

/** SQL: a group to write rulings down under, since an organisation is of none. */
const anyGroup = `(select w.id from working_group w order by w.archived_on is not null, w.preparing, w.id limit 1)`;

/** Pages of organisations, for moderators of any group, as any of them confirms one. */
export const moderatedOrganisation: ModeratedKind = {
  rows: () => `select it.id, ${anyGroup} as group_id, it.registered_on as given_on, it.status,
      ${partsOf({ about: "it.about", name: "it.name", website: "it.website" })} as parts,
      it.name as about, null as quoted, '/organisations/' || it.slug as path
    from organisation it`,
  ofAnyGroup: true,
  held: held("it"),
  shown: `${visible("it")} and it.state <> 'REFUSED' and exists (select from working_group)`,
  lock: ["select from organisation where id = $1 for no key update"],
  async rule({ db }, id, visibility, words) {
    const address = await ruledSlug(db, Organisations, { id, name: words.name, otherwise: "structure" });
    const alike = words.name !== undefined && { likeness: likeness(words.name) };
    await db.update(Organisations, id, { ...visibility, ...words, ...alike, ...address, version: () => "version + 1" });
  },
};
