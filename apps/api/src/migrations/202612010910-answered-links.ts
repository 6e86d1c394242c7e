import type { MigrationInterface, QueryRunner } from "typeorm";

export class AnsweredLinks202612010910 implements MigrationInterface {
  name = "AnsweredLinks1796116200000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "address_change" ADD "answered" text array NOT NULL DEFAULT '{}';
      ALTER TABLE "address_change" ADD "outcome" text;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DELETE FROM "address_change" WHERE "outcome" IS NOT NULL;
      ALTER TABLE "address_change" DROP COLUMN "outcome";
      ALTER TABLE "address_change" DROP COLUMN "answered";
    `);
  }
}
