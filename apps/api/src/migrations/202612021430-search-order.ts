import type { MigrationInterface, QueryRunner } from "typeorm";

/** Words of all contributions in the order of their days, so that the newest that a search finds are read without them. */
export class SearchOrder202612021430 implements MigrationInterface {
  name = "SearchOrder1796221800000";

  async up(db: QueryRunner) {
    await db.query(`
      drop index contribution_search_told;
      create index contribution_search_told on contribution_search (told, contribution_id);
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      drop index contribution_search_told;
      create index contribution_search_told on contribution_search (told, contribution_id) where not notebook;
    `);
  }
}
