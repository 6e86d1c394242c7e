import type { MigrationInterface, QueryRunner } from "typeorm";

/** What is about to be made public is looked for every two seconds: nearly always there is none, and no table is read. */
export class DuePublications202612011220 implements MigrationInterface {
  name = "DuePublications1796127600000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE INDEX "proposal_due" ON "proposal" ("publishes_at") WHERE publishes_at IS NOT NULL;
      CREATE INDEX "synthesis_version_due" ON "synthesis_version" ("publishes_at") WHERE publishes_at IS NOT NULL;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP INDEX "synthesis_version_due";
      DROP INDEX "proposal_due";
    `);
  }
}
