import type { MigrationInterface, QueryRunner } from "typeorm";

/** The log of moderation, chained by hashes. */
export class ModerationLog202611271023 implements MigrationInterface {
  name = "ModerationLog1795774980000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "moderation_log_entry" ("number" integer NOT NULL, "event" text NOT NULL, "data" jsonb NOT NULL,
        "recorded_on" date NOT NULL, "previous" text NOT NULL, "hash" text NOT NULL,
        CONSTRAINT "UQ_6e520710fa5ea9fa876d5ef457c" UNIQUE ("hash"), CONSTRAINT "PK_7e1db8671ecaa0f50aad158d01a" PRIMARY KEY ("number"));
    `);
  }

  async down(db: QueryRunner) {
    await db.query('DROP TABLE "moderation_log_entry"');
  }
}
