import type { EntityManager } from "typeorm";
import { unreferenced } from "../../../platform/data/unreferenced.ts";
import { Contributions } from "../contribution/contribution.entity.ts";

/** Texts of an import on which something stands: a passage, a reading, a reaction, a report, a ruling. */
export async function standingOn(db: EntityManager, importId: string): Promise<number> {
  const free = `${unreferenced(db, Contributions, "c", ["imported_text"])}
    and not exists (select from reaction r where r.subject_id = c.id)
    and not exists (select from report r where r.text_id = c.id)
    and not exists (select from ruling r where r.text_id = c.id)`;
  const [found] = await db.query<[{ count: number }]>(
    `select count(*)::int as count from contribution c join imported_text i on i.contribution_id = c.id
     where i.import_id = $1 and not (${free})`,
    [importId],
  );
  return found.count;
}
