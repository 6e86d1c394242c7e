import type { MigrationInterface, QueryRunner } from "typeorm";

/** Why a suggestion was left aside, where somebody said it. */
export class SuggestionBecause202612021520 implements MigrationInterface {
  name = "SuggestionBecause1796224800000";

  async up(db: QueryRunner) {
    await db.query('ALTER TABLE "left_suggestion" ADD "because" text');
  }

  async down(db: QueryRunner) {
    await db.query('ALTER TABLE "left_suggestion" DROP COLUMN "because"');
  }
}
