import { type ModeratedKind, partsOf } from "../../../platform/moderated.ts";
import { ruledSlug } from "../../ground/moderation/ruling.writes.ts";
import { held } from "../../ground/moderation/status.sql.ts";
import { Documents } from "./document.entity.ts";
import { readableDocument } from "./document.sql.ts";

/** Words that describe files and filled sheets, for moderators: they hide the whole, or mask words of it. */
export const moderatedDocument: ModeratedKind = {
  rows: () => `select it.id, it.group_id, it.published_on as given_on, it.status,
      ${partsOf({ purpose: "it.purpose", title: "it.title", attribution: "it.attribution" })} as parts,
      it.title as about, null as quoted, '/documents/' || it.slug as path
    from document it`,
  held: held("it"),
  shown: `${readableDocument("it")} and it.kind in ('FILE', 'SHEET') and it.group_id is not null`,
  lock: ["select from document where id = $1 for no key update"],
  async rule({ db }, id, visibility, words) {
    const address = await ruledSlug(db, Documents, { id, name: words.title, otherwise: "document" });
    await db.update(Documents, id, { ...visibility, ...words, ...address, revision: () => "revision + 1" });
  },
};
