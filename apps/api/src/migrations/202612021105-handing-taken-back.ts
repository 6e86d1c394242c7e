import type { MigrationInterface, QueryRunner } from "typeorm";

/** The day a handing over that was recorded by error was taken back, and why. */
export class HandingTakenBack202612021105 implements MigrationInterface {
  name = "HandingTakenBack1796209500000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "handover" ADD "handing_taken_back_on" date, ADD "handing_taken_back_because" text;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "handover" DROP COLUMN "handing_taken_back_on", DROP COLUMN "handing_taken_back_because";
    `);
  }
}
