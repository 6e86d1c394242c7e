import type { ResolversTypes } from "../../../graphql/resolvers.generated.ts";
import type { EntityManager } from "typeorm";
import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { authorize } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import type { Contribution } from "../contribution/contribution.entity.ts";
import { suggested } from "./suggest.ts";
import { type TextImport, type TextImportMapping, TextImports } from "./textImport.entity.ts";
import { importingGroups, textImportPolicy } from "./textImport.policy.ts";

/** Imports shown in the list. */
const shown = 50;

/** Imports of the groups where the viewer may import, newest first. */
export function textImports({ db, viewer }: Context): Promise<TextImport[]> {
  authorize(textImportPolicy.bring(viewer));
  const tail = `where $1::uuid[] is null or it.group_id = any($1::uuid[])
    order by coalesce((select max(j.recorded_at) from ${received("it.id")}), it.asked_on) desc, it.id limit ${shown}`;
  return rowsOf(db, TextImports, "textImport: list", tail, [importingGroups(viewer)]);
}

/** What the journal has of the moment that a file came. */
const received = (id: string) => `journal_entry j where j.subject_id = ${id} and j.event = 'textImport.received'`;

/** The moment that it came; null where the journal has none. */
export async function askedAt({ db, batch }: Context, { id }: TextImport): Promise<Date | null> {
  const name = "textImport: asked";
  const loader = batch(name, async (ids) => {
    const text = `select it.id, (select max(j.recorded_at) from ${received("it.id")}) as at
      from unnest($1::uuid[]) it(id)`;
    return keyed(await prepared<{ id: string; at: Date | null }>(db, name, text, [ids]), (row) => row.id);
  });
  return (await loader(id))?.at ?? null;
}

/** One of them; null when it is not there or not theirs. */
export async function textImportOf({ db, viewer }: Context, id: string): Promise<TextImport | null> {
  authorize(textImportPolicy.bring(viewer));
  const it = isId(id) ? await db.findOneBy(TextImports, { id }) : null;
  return it && textImportPolicy.bring(viewer, it.groupId) ? it : null;
}

/**
 * The reading in force, or that of an earlier file of the same columns, or the one that the columns suggest. A file of
 * another name is of another source: under the same one its rows would rewrite those of the earlier file.
 */
export async function mappingOf(context: Context, it: TextImport): Promise<TextImportMapping> {
  if (it.mapping) return it.mapping;
  const [former, { mapping }] = [await formerOf(context, it), suggested(it)];
  if (!former) return mapping;
  return former.fileName === it.fileName ? former.mapping : { ...former.mapping, source: mapping.source };
}

interface Former {
  id: string;
  fileName: string;
  mapping: TextImportMapping;
}

/**
 * The last import of the group whose file had the same columns: the name of its source and of its rows are what a text
 * is known by when the file comes again. None for one whose reading was said, nor of what was taken back.
 */
export async function formerOf({ db, batch }: Context, { id, mapping }: TextImport): Promise<Former | null> {
  if (mapping) return null;
  const name = "textImport: former";
  const loader = batch(name, async (ids) => {
    const names = (of: string) => `jsonb_path_query_array(${of}.columns::jsonb, '$[*].name')`;
    const text = `select it.id, former.file_name as "fileName", former.mapping from text_import it
      cross join lateral (
        select f.file_name, f.mapping from text_import f
        where f.group_id = it.group_id and f.id <> it.id and f.state in ('RUNNING', 'DONE') and f.mapping is not null
          and it.columns <> '[]' and ${names("f")} = ${names("it")}
        order by f.asked_on desc, f.id desc limit 1
      ) former where it.id = any($1::uuid[])`;
    return keyed(await prepared<Former>(db, name, text, [ids]), (row) => row.id);
  });
  return (await loader(id)) ?? null;
}

/** Rows that are not taken: of the trial until the rows are read, then those that were. */
export async function faultsOf({ db }: Context, it: TextImport): Promise<Awaited<ResolversTypes["TextImportFault"]>[]> {
  if (it.state === "TO_MAP") return it.checked?.faults ?? [];
  return db.query(
    `select line, fault as code, fault_value as value from text_import_row
     where import_id = $1 and fault is not null order by line limit 100`,
    [it.id],
  );
}

/** Origin of a text that was made elsewhere. */
export interface TextSource {
  id: string;
  title: string | null;
  original: string | null;
  name: string;
  licence: string | null;
  attribution: string | null;
}

/** Origin of a contribution; nothing of one that was taken back. All that a page asks come in one statement. */
export async function sourceOf(
  { db, batch }: Context,
  { id, importKey, body }: Contribution,
): Promise<TextSource | null> {
  if (importKey === null || body === "") return null;
  const name = "contribution: source";
  const loader = batch(name, async (ids) => {
    const text = `select t.contribution_id as id, t.title, t.original, i.source as name, i.licence, i.attribution
      from imported_text t join text_import i on i.id = t.last_import_id where t.contribution_id = any($1::uuid[])`;
    return keyed(await prepared<TextSource>(db, name, text, [ids]), (row) => row.id);
  });
  return (await loader(id)) ?? null;
}

/** Texts of an import whose rows name this file, and its group; null for no import. */
export async function textsScanned(db: EntityManager, importId: string, name: string) {
  const it = isId(importId) ? await db.findOneBy(TextImports, { id: importId }) : null;
  if (!it) return null;
  const rows = await db.query<{ id: string }[]>(
    `select contribution_id as id from imported_text where last_import_id = $1 and lower(scan) = lower($2)
     order by contribution_id limit 500`,
    [it.id, name],
  );
  return { groupId: it.groupId, ids: rows.map(({ id }) => id) };
}

/** Number of texts of an import whose rows name a file beside it. */
export const scansNamed = async ({ db }: Context, { id }: TextImport): Promise<number> =>
  (
    await db.query<[{ count: number }]>(
      "select count(*)::int as count from imported_text where last_import_id = $1 and scan is not null",
      [id],
    )
  )[0].count;
