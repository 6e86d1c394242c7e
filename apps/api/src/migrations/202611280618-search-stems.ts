import type { MigrationInterface, QueryRunner } from "typeorm";

/** Stems are written anew each hour: no search pays for it by reading what the index has not taken in. docs/decisions/0018. */
export class SearchStems202611280618 implements MigrationInterface {
  name = "SearchStems1795846680000";

  async up(db: QueryRunner) {
    await db.query(`
      alter index search_stem_near set (fastupdate = off);
      select gin_clean_pending_list('search_stem_near');
    `);
  }

  async down(db: QueryRunner) {
    await db.query("alter index search_stem_near reset (fastupdate)");
  }
}
