import type { MigrationInterface, QueryRunner } from "typeorm";

/** Meetings by date and by territory, and responses by day, are found without reading all of them. */
export class GrowingLists202611280715 implements MigrationInterface {
  name = "GrowingLists1795850100000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE INDEX "meeting_newest" ON "meeting" ("starts_at", "id");
      CREATE INDEX "meeting_territory" ON "meeting" ("territory_id", "starts_at");
      CREATE INDEX "response_submitted" ON "response" ("questionnaire_id", "submitted_on");
    `);
  }

  async down(db: QueryRunner) {
    await db.query('DROP INDEX "meeting_newest", "meeting_territory", "response_submitted"');
  }
}
