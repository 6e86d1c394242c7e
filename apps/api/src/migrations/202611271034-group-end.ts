import type { MigrationInterface, QueryRunner } from "typeorm";

/** A group ends with what came of it. */
export class GroupEnd202611271034 implements MigrationInterface {
  name = "GroupEnd1795775640000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "working_group" ADD "archived_on" date;
      ALTER TABLE "working_group" ADD "outcome" text;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "working_group" DROP COLUMN "outcome";
      ALTER TABLE "working_group" DROP COLUMN "archived_on";
    `);
  }
}
