import type { MigrationInterface, QueryRunner } from "typeorm";

/** Texts say for whom they speak, and a response which new wordings it was left as it is under. */
export class AnswersKept0006 implements MigrationInterface {
  name = "AnswersKept1795589000000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "contribution" ADD "speaks_as" text NOT NULL DEFAULT 'INDIVIDUAL';
      ALTER TABLE "contribution" ADD "organisation_name" text;
      ALTER TABLE "response" ADD "kept_revisions" jsonb NOT NULL DEFAULT '{}';
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "response" DROP COLUMN "kept_revisions";
      ALTER TABLE "contribution" DROP COLUMN "organisation_name";
      ALTER TABLE "contribution" DROP COLUMN "speaks_as";
    `);
  }
}
