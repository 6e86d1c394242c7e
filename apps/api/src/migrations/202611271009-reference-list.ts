import type { MigrationInterface, QueryRunner } from "typeorm";

/** Axes, themes and words of lists are retired without leaving what names them; templates belong to all groups. */
export class ReferenceList202611271009 implements MigrationInterface {
  name = "ReferenceList1795774140000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "axis" ADD "retired" boolean NOT NULL DEFAULT false;
      ALTER TABLE "theme" ADD "retired" boolean NOT NULL DEFAULT false;
      ALTER TABLE "term" ADD "retired" boolean NOT NULL DEFAULT false;
      ALTER TABLE "document" ALTER COLUMN "group_id" DROP NOT NULL;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DELETE FROM "document" WHERE "group_id" IS NULL;
      ALTER TABLE "document" ALTER COLUMN "group_id" SET NOT NULL;
      ALTER TABLE "term" DROP COLUMN "retired";
      ALTER TABLE "theme" DROP COLUMN "retired";
      ALTER TABLE "axis" DROP COLUMN "retired";
    `);
  }
}
