import type { EntityManager } from "typeorm";
import { type Referring, referring } from "../../../platform/data/unreferenced.ts";
import { Contributions } from "../contribution/contribution.entity.ts";

/** All that may stand on a text: a passage, a reading, a reaction, a report, a ruling. Not what came with it. */
const mayStand = (db: EntityManager): Referring[] => [
  ...referring(db, Contributions, ["imported_text", "notebook_file"]),
  { table: "reaction", column: "subject_id" },
  { table: "report", column: "text_id" },
  { table: "ruling", column: "text_id" },
];

/** Number of texts of an import on which something stands: read from what stands, whatever the number of texts. */
export async function standingOn(db: EntityManager, importId: string): Promise<number> {
  const standing = mayStand(db).map(
    ({ table, column }) => `select i.contribution_id from imported_text i
      join "${table}" r on r."${column}" = i.contribution_id where i.import_id = $1`,
  );
  const [found] = await db.query<[{ count: number }]>(
    `select count(*)::int as count from (${standing.join(" union ")}) standing`,
    [importId],
  );
  return found.count;
}

/** Select of the first texts of an import on which nothing stands. It looks at one after another until they are enough. */
export const freeTextsSql = (db: EntityManager) => `
  select i.id from (
    select contribution_id as id from imported_text where import_id = $1 order by contribution_id offset 0
  ) i cross join lateral (
    select where ${mayStand(db)
      .map(({ table, column }) => `not exists (select from "${table}" where "${column}" = i.id)`)
      .join(" and ")} offset 0
  ) free limit $2`;

/** Some texts of an import on which nothing stands. */
export async function freeTexts(db: EntityManager, importId: string, limit: number): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(freeTextsSql(db), [importId, limit]);
  return rows.map(({ id }) => id);
}
