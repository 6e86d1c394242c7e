import type { MigrationInterface, QueryRunner } from "typeorm";

/** The author of a reaction follows it, and takes it back, by a private link; those of before have none. */
export class ReactionCode202611271034 implements MigrationInterface {
  name = "ReactionCode1795775640000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "reaction" ADD "code_digest" text;
      CREATE UNIQUE INDEX "reaction_code" ON "reaction" ("code_digest");
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP INDEX "public"."reaction_code";
      ALTER TABLE "reaction" DROP COLUMN "code_digest";
    `);
  }
}
