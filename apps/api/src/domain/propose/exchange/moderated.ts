import { type ModeratedKind, partsOf } from "../../../platform/moderated.ts";
import { held, visible } from "../../ground/moderation/status.sql.ts";
import { Exchanges } from "./exchange.entity.ts";

/** Announcements of people who look for or offer something, for moderators. */
export const moderatedExchange: ModeratedKind = {
  rows: () => `select it.id, it.group_id, it.posted_on as given_on, it.status,
      ${partsOf({ text: "it.text", title: "it.title", organisation: "it.organisation" })} as parts,
      it.title as about, null as quoted, '/exchanges/' || it.id as path
    from exchange it`,
  held: held("it"),
  shown: visible("it"),
  lock: ["select from exchange where id = $1 for no key update"],
  rule: ({ db }, id, visibility, words) =>
    db.update(Exchanges, id, { ...visibility, ...words, version: () => "version + 1" }),
};
