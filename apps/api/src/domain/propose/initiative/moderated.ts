import { ofKind, publicOf } from "@cahier/schema/fields";
import { initiativeFields } from "@cahier/schema/propose/initiative.fields";
import { type ModeratedKind, partsOf } from "../../../platform/moderated.ts";
import { ruledSlug } from "../../ground/moderation/ruling.writes.ts";
import { held } from "../../ground/moderation/status.sql.ts";
import { type Initiative, Initiatives } from "./initiative.entity.ts";
import { publicInitiative } from "./initiative.sql.ts";

const fields = publicOf(initiativeFields);
const lists: string[] = ofKind(fields, "lines");
const reason = "criteriaReasons.";

const column = (name: string) => `it.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
const parts = Object.fromEntries(
  ofKind(fields, "line", "text", "lines").map((name) => [
    name,
    lists.includes(name) ? `array_to_string(${column(name)}, e'\\n')` : column(name),
  ]),
);

/** SQL: the day a sheet came, or was made by the team, which its id tells. */
const cameOn = "coalesce(it.proposed_on, uuid_extract_timestamp(it.id)::date)";

/** Sheets of initiatives, for moderators: what is published of them. */
export const moderatedInitiative: ModeratedKind = {
  rows: () => `select it.id, it.group_id, ${cameOn} as given_on, it.status,
      ${partsOf(parts)} || coalesce((
        select jsonb_agg(jsonb_build_object('name', '${reason}' || key, 'label', null, 'text', value) order by key)
        from jsonb_each_text(it.criteria_reasons)), '[]') as parts,
      it.name as about, null as quoted, case it.status when 'VISIBLE' then '/initiatives/' || it.slug end as path
    from initiative it`,
  held: held("it"),
  shown: publicInitiative("it"),
  lock: ["select from initiative where id = $1 for update"],
  async rule({ db }, id, visibility, words) {
    const before = await db.findOneByOrFail(Initiatives, { id });
    const change: Record<string, unknown> = {};
    for (const [name, text] of Object.entries(words))
      if (name.startsWith(reason))
        change.criteriaReasons = {
          ...(change.criteriaReasons ?? before.criteriaReasons),
          [name.slice(reason.length)]: text,
        };
      else change[name] = lists.includes(name) ? text.split("\n") : text;
    await db.update(Initiatives, id, {
      ...visibility,
      ...(change as Partial<Initiative>),
      ...(await ruledSlug(db, Initiatives, { id, name: words.name, otherwise: "initiative" })),
      version: before.version + 1,
    });
  },
};
