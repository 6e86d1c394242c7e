import type { EntityManager } from "typeorm";
import { Refusal } from "../../../platform/refusal.ts";
import { type Interlocutor, Interlocutors } from "./interlocutor.entity.ts";

/** The office of this slug, or the one that it was merged into; refused by field where there is none. */
export async function officeNamed(db: EntityManager, slug: string, field: string): Promise<Interlocutor> {
  const named = await db.findOneBy(Interlocutors, { slug: slug.replaceAll("\0", "") });
  const office = named?.mergedIntoId ? await db.findOneBy(Interlocutors, { id: named.mergedIntoId }) : named;
  if (!office) throw new Refusal("UNKNOWN_CHOICE", field);
  return office;
}

/** Ids that the last merge of an office moved, as an act of that moment tells them. */
export async function movedWith(db: EntityManager, officeId: string, event: string, name: string): Promise<string[]> {
  const of = "select recorded_at, data from journal_entry where subject_type = 'interlocutor' and subject_id = $1";
  const [moved] = await db.query<{ ids: string[] }[]>(
    `select data->$3 as ids from (${of} and event = $2) it
     where recorded_at = (select max(recorded_at) from (${of} and event = 'interlocutor.merged') last)`,
    [officeId, event, name],
  );
  return moved?.ids ?? [];
}
