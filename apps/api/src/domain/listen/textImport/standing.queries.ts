import type { EntityManager } from "typeorm";
import { unreferenced } from "../../../platform/data/unreferenced.ts";
import { Contributions } from "../contribution/contribution.entity.ts";

/** SQL: nothing stands on a contribution `c`: no passage, reading, reaction, report or ruling. */
const free = (db: EntityManager) => `(${unreferenced(db, Contributions, "c", ["imported_text", "notebook_file"])}
  and not exists (select from reaction r where r.subject_id = c.id)
  and not exists (select from report r where r.text_id = c.id)
  and not exists (select from ruling r where r.text_id = c.id))`;

/** Number of texts of an import on which something stands. */
export async function standingOn(db: EntityManager, importId: string): Promise<number> {
  const [found] = await db.query<[{ count: number }]>(
    `select count(*)::int as count from contribution c join imported_text i on i.contribution_id = c.id
     where i.import_id = $1 and not ${free(db)}`,
    [importId],
  );
  return found.count;
}

/** Some texts of an import on which nothing stands. */
export async function freeTexts(db: EntityManager, importId: string, limit: number): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `select c.id from contribution c join imported_text i on i.contribution_id = c.id
     where i.import_id = $1 and ${free(db)} order by c.id limit $2`,
    [importId, limit],
  );
  return rows.map(({ id }) => id);
}
