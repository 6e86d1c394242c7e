import type { EntityManager } from "typeorm";
import { countOf } from "../../../platform/retention.ts";

/** Forgets the rows of files that were sent long ago, brought or not, and what their trial said of them. */
export async function purgeImportRows(db: EntityManager, now: Date, after: string) {
  const old = "asked_on < ($1::timestamptz - $2::interval)::date and state <> 'RUNNING'";
  await db.query(`update text_import set checked = null, columns = '[]' where ${old} and columns <> '[]'`, [
    now,
    after,
  ]);
  return countOf(db, `delete from text_import_row r using text_import i where i.id = r.import_id and i.${old}`, [
    now,
    after,
  ]);
}
