import type { MigrationInterface, QueryRunner } from "typeorm";

/** A key point has a name of one line, for the team that gives it words. */
export class KeyPointShortName202611280955 implements MigrationInterface {
  name = "KeyPointShortName1795859700000";

  async up(db: QueryRunner) {
    await db.query('ALTER TABLE "key_point" ADD "short_name" text');
  }

  async down(db: QueryRunner) {
    await db.query('ALTER TABLE "key_point" DROP COLUMN "short_name"');
  }
}
