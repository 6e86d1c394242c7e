import type { MigrationInterface, QueryRunner } from "typeorm";

/** An address left by somebody quoted in minutes, to be asked where a synthesis cites them. */
export class CitedReader202611280415 implements MigrationInterface {
  name = "CitedReader1795839300000";

  async up(db: QueryRunner) {
    await db.query(`ALTER TABLE "minutes_reader" ADD "cited" boolean NOT NULL DEFAULT false`);
  }

  async down(db: QueryRunner) {
    await db.query(`ALTER TABLE "minutes_reader" DROP COLUMN "cited"`);
  }
}
