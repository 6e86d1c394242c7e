import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * « 3e5 » is a word like another. The parser reads it as a power of ten, which was kept in no document: a search for it
 * alone had nothing to look for, and found everything.
 */
export class SearchPowers202611300455 implements MigrationInterface {
  name = "SearchPowers1796014500000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TEXT SEARCH CONFIGURATION french_search ADD MAPPING FOR sfloat WITH fr_stop, unaccent, french_stem;
      UPDATE "contribution_search" s
        SET document = CASE WHEN s.notebook AND c.body <> '' THEN notebook_document(c.id, c.body) ELSE search_document(c.body) END
        FROM "contribution" c WHERE c.id = s.contribution_id AND c.body ~* '[0-9]e[0-9]';
    `);
    // Documents of other kinds are made again by their own triggers, of texts that hold such a word.
    const sources = (await db.query(`
      SELECT t.tgrelid::regclass::text AS name, json_agg(DISTINCT a.attname) AS columns
      FROM pg_trigger t JOIN pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum = ANY(t.tgattr)
      WHERE t.tgname ~ '^search_.*_by_' AND a.atttypid IN ('text'::regtype, 'varchar'::regtype)
      GROUP BY 1`)) as { name: string; columns: string[] }[];
    for (const { name, columns } of sources)
      await db.query(`UPDATE ${name} SET ${columns.map((one) => `"${one}" = "${one}"`).join(", ")}
        WHERE concat_ws(' ', ${columns.map((one) => `"${one}"`).join(", ")}) ~* '[0-9]e[0-9]'`);
  }

  async down(db: QueryRunner) {
    await db.query("ALTER TEXT SEARCH CONFIGURATION french_search DROP MAPPING FOR sfloat");
  }
}
