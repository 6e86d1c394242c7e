import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { columnsOf, prepared } from "../../../platform/data/statement.ts";
import { type Initiative, Initiatives } from "./initiative.entity.ts";
import { judgedGroups } from "./initiative.policy.ts";
import { readableInitiative } from "./initiative.queries.ts";

/** A name, with its town if known, to compare with the initiatives that are there. */
export interface NearRequest {
  /** Key of the request: the id of a sheet, a line of a table. */
  key: string;
  name: string;
  town: string | null;
}

const folded = (text: string) => `lower(unaccent(${text}))`;

/** Near initiatives by request: a near name, or the same town and almost the same name; nearest first, at most five. */
export async function nearTo({ db, viewer }: Pick<Context, "db" | "viewer">, asked: NearRequest[]) {
  const rows = await prepared<Initiative & { asked: string }>(
    db,
    "initiative: near",
    `select near.*, a.key as asked from json_to_recordset($2) as a (key text, name text, town text)
     cross join lateral (
       select ${columnsOf(db, Initiatives)} from initiative it,
         lateral (select similarity(${folded("it.name")}, ${folded("a.name")}) as likeness) s
       where ${readableInitiative("$1")} and it.state in ('VALIDATED', 'PROPOSED') and it.id::text <> a.key
         and (s.likeness >= 0.45 or s.likeness >= 0.2 and ${folded("it.town")} = ${folded("a.town")})
       order by s.likeness desc, it.id limit 5
     ) near`,
    [judgedGroups(viewer), JSON.stringify(asked)],
  );
  return grouped(rows, (row) => row.asked);
}

/** Initiatives that may be the one being proposed. */
export const nearInitiatives = async (context: Context, name: string, town?: string | null): Promise<Initiative[]> => {
  const clean = (text: string) => text.replaceAll("\0", "").trim().slice(0, 200);
  if (!clean(name)) return [];
  return (await nearTo(context, [{ key: "", name: clean(name), town: town ? clean(town) : null }])).get("") ?? [];
};

/** Initiatives that a sheet may repeat. */
export const nearSheet = async (context: Context, { id, name, town }: Initiative): Promise<Initiative[]> => {
  // One sheet at a time: that of its page.
  return (await nearTo(context, [{ key: id, name, town }])).get(id) ?? [];
};
