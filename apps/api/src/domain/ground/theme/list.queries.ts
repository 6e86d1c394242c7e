import type { EntityManager } from "typeorm";
import type { ListItem, ReferenceList } from "../../../graphql/resolvers.generated.ts";
import { unreferenced } from "../../../platform/data/unreferenced.ts";
import { Axes, inOrder, Themes } from "./theme.entity.ts";

const uses = new Map<string, string[]>();

/** Says which keys of lists of words are in use in one room. */
export function termsUsed(there: Record<string, string>) {
  for (const [kind, select] of Object.entries(there)) uses.set(kind, [...(uses.get(kind) ?? []), select]);
}

/** One who writes the lists at a time: what is read of them stays so until the end of the transaction. */
export const takeLists = (db: EntityManager) => db.query("select pg_advisory_xact_lock(hashtext('reference list'))");

/** The most of one list. */
export const mostItems = 200;

const french = new Intl.Collator("fr");

/** A list as it stands, retired or not. */
export async function itemsOf(db: EntityManager, list: ReferenceList): Promise<ListItem[]> {
  const rows = await db.query<ListItem[]>(...statementOf(db, list));
  return rows.map((row) => ({ ...row, labelEn: row.labelEn ?? null, axisId: row.axisId ?? null }));
}

function statementOf(db: EntityManager, list: ReferenceList): [string, unknown[]] {
  if (list === "AXIS")
    return [
      `select it.id, it.name as label, it.retired, not (${unreferenced(db, Axes)}) as used
       from axis it order by it.position limit ${mostItems}`,
      [],
    ];
  if (list === "THEME")
    return [
      `select it.id, it.title as label, it.axis_id as "axisId", it.retired, not (${unreferenced(db, Themes)}) as used
       from theme it join axis on axis.id = it.axis_id order by axis.position, it.number limit ${mostItems}`,
      [],
    ];
  const used = (uses.get(list) ?? []).map((select) => `it.key in (${select})`).join(" or ") || "false";
  return [
    `select it.key as id, it.label, it.label_en as "labelEn", it.retired, coalesce(${used}, false) as used
     from term it where it.kind = $1 order by ${inOrder} limit ${mostItems}`,
    [list],
  ];
}

/** The desk of a list. */
export async function deskOf(db: EntityManager, list: ReferenceList) {
  return { list, items: await itemsOf(db, list), axes: list === "THEME" ? await itemsOf(db, "AXIS") : [] };
}

/** True if two labels say the same, whatever their accents and capitals. */
export const sameWords = (one: string, other: string) =>
  new Intl.Collator("fr", { sensitivity: "base" }).compare(one, other) === 0 || french.compare(one, other) === 0;
