import type { MigrationInterface, QueryRunner } from "typeorm";

/** The last minutes that were published are told without reading all of them. */
export class PublishedMinutes202611300830 implements MigrationInterface {
  name = "PublishedMinutes1796027400000";

  async up(db: QueryRunner) {
    await db.query(`CREATE INDEX "minutes_published" ON "minutes" ("published_at") WHERE state = 'PUBLISHED'`);
  }

  async down(db: QueryRunner) {
    await db.query('DROP INDEX "minutes_published"');
  }
}
