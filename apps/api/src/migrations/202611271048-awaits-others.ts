import type { MigrationInterface, QueryRunner } from "typeorm";

/** Responses that counts by place and kind tell with others. */
export class AwaitsOthers202611271048 implements MigrationInterface {
  name = "AwaitsOthers1795776480000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "response" ADD "awaits_others" boolean NOT NULL DEFAULT false;
      CREATE INDEX "response_awaiting" ON "response" ("questionnaire_id") WHERE awaits_others;
    `);
  }

  async down(db: QueryRunner) {
    await db.query('DROP INDEX "response_awaiting"');
    await db.query('ALTER TABLE "response" DROP COLUMN "awaits_others"');
  }
}
