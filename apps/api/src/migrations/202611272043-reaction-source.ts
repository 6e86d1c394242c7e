import type { MigrationInterface, QueryRunner } from "typeorm";

/** A reaction may bring a source: where it was read. */
export class ReactionSource202611272043 implements MigrationInterface {
  name = "ReactionSource1795812180000";

  async up(db: QueryRunner) {
    await db.query('ALTER TABLE "reaction" ADD "source" text');
  }

  async down(db: QueryRunner) {
    await db.query('ALTER TABLE "reaction" DROP COLUMN "source"');
  }
}
