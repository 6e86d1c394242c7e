import type { MigrationInterface, QueryRunner } from "typeorm";

/** The part of a proposal that a reaction is about; none for the whole. */
export class ReactionPart202612021120 implements MigrationInterface {
  name = "ReactionPart1796210400000";

  async up(db: QueryRunner) {
    await db.query('ALTER TABLE "reaction" ADD "of_part" text');
  }

  async down(db: QueryRunner) {
    await db.query('ALTER TABLE "reaction" DROP COLUMN "of_part"');
  }
}
