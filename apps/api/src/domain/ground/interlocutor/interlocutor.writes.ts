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

/** SQL of what the last merge of each office of $1 moved (`officeId`, `id`), as an act of that moment tells it. */
export const movedByMerges = (event: string, name: string) =>
  `select act.subject_id as "officeId", moved.id::uuid as id
   from journal_entry act cross join lateral jsonb_array_elements_text(act.data->'${name}') moved (id)
   where act.subject_type = 'interlocutor' and act.subject_id = any($1::uuid[]) and act.event = '${event}'
     and act.recorded_at = (
       select max(recorded_at) from journal_entry last
       where last.subject_type = 'interlocutor' and last.subject_id = act.subject_id and last.event = 'interlocutor.merged'
     )`;

/** Ids that the last merge of an office moved. */
export const movedWith = async (db: EntityManager, officeId: string, event: string, name: string): Promise<string[]> =>
  (await db.query<{ id: string }[]>(movedByMerges(event, name), [[officeId]])).map(({ id }) => id);
