import type { MigrationInterface, QueryRunner } from "typeorm";

/** A device that reacts twice to one thing is counted once. */
export class ReactionOnce202611270638 implements MigrationInterface {
  name = "ReactionOnce1795761480000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "reaction" ADD "author_digest" text;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "reaction" DROP COLUMN "author_digest";
    `);
  }
}
