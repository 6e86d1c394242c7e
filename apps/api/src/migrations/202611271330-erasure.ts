import type { MigrationInterface, QueryRunner } from "typeorm";

/** The last day on which an account was used, and the day on which it was erased. */
export class Erasure202611271330 implements MigrationInterface {
  name = "Erasure1795786200000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "person" ADD "last_seen_on" date NOT NULL DEFAULT CURRENT_DATE;
      ALTER TABLE "person" ADD "warned_on" date;
      ALTER TABLE "person" ADD "erased_on" date;
    `);
  }

  async down(db: QueryRunner) {
    for (const column of ["erased_on", "warned_on", "last_seen_on"])
      await db.query(`ALTER TABLE "person" DROP COLUMN "${column}"`);
  }
}
