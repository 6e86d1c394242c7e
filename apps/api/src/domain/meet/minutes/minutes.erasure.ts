import type { Transaction } from "../../../platform/context.ts";
import { forgetReader } from "./reader.purge.ts";

/**
 * Takes somebody who is erased out of minutes: who took charge of an action, where no account of the same name stays,
 * and who asked for a correction. Words of a correction that was made are the meeting's; others go with their texts.
 */
export async function leaveMinutes({ db }: Transaction, personId: string, { mode }: Record<string, unknown>) {
  await forgetReader(db, personId);
  await db.query(
    `update minutes_block b set owner = null from person p
     where p.id = $1 and p.display_name <> '' and lower(b.owner) = lower(p.display_name)
       and not exists (select from person o where o.id <> p.id and lower(o.display_name) = lower(p.display_name))`,
    [personId],
  );
  if (mode === "REMOVE_ALL")
    await db.query("update minutes_correction set text = '', why = null where author_id = $1", [personId]);
  await db.query("update minutes_correction set author_id = null where author_id = $1", [personId]);
}
