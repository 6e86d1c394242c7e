import type { MigrationInterface, QueryRunner } from "typeorm";

/** What an initiative spends in a year is kept. */
export class InitiativeBudget202611270420 implements MigrationInterface {
  name = "InitiativeBudget1795753200000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "initiative" ADD "budget" integer;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "initiative" DROP COLUMN "budget";
    `);
  }
}
