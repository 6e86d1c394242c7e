import type { MigrationInterface, QueryRunner } from "typeorm";

/** What somebody said is exact is set aside while their correction waits, to be said again if they take it back. */
export class ExactSetAside202612020835 implements MigrationInterface {
  name = "ExactSetAside1796200500835";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "minutes_exact" ADD "set_aside" boolean NOT NULL DEFAULT false;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DELETE FROM "minutes_correction" WHERE "state" = 'WITHDRAWN';
      DELETE FROM "minutes_exact" WHERE "set_aside";
      ALTER TABLE "minutes_exact" DROP COLUMN "set_aside";
    `);
  }
}
