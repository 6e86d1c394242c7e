import type { MigrationInterface, QueryRunner } from "typeorm";

/** The day of an account begins as other instants do: « now() », which reads back as it was written. */
export class LastSeen202611271427 implements MigrationInterface {
  name = "LastSeen1795789620000";

  async up(db: QueryRunner) {
    await db.query('ALTER TABLE "person" ALTER COLUMN "last_seen_on" SET DEFAULT now()');
  }

  async down(db: QueryRunner) {
    await db.query('ALTER TABLE "person" ALTER COLUMN "last_seen_on" SET DEFAULT CURRENT_DATE');
  }
}
