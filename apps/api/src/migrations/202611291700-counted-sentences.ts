import type { MigrationInterface, QueryRunner } from "typeorm";

/** Sentences of a synthesis that are counted are known as such, so that they are counted again before it is read. */
export class CountedSentences202611291700 implements MigrationInterface {
  name = "CountedSentences1795971600000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "synthesis_version"
        ADD "method_counted" text NOT NULL DEFAULT '',
        ADD "not_heard_counted" text NOT NULL DEFAULT '';
    `);
  }

  async down(db: QueryRunner) {
    await db.query('ALTER TABLE "synthesis_version" DROP COLUMN "method_counted", DROP COLUMN "not_heard_counted"');
  }
}
