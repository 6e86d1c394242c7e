import type { MigrationInterface, QueryRunner } from "typeorm";

/** Whoever amends follows it by a private link, may take it back, and may leave an address where to be told once. */
export class Listener0031 implements MigrationInterface {
  name = "Listener1795648489950";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "listener" ("subject" text NOT NULL, "subject_id" uuid NOT NULL, "address" text NOT NULL, "language" text NOT NULL, CONSTRAINT "PK_8566d91f396c326a07e3f46ae14" PRIMARY KEY ("subject", "subject_id"));
      ALTER TABLE "amendment" ADD "code_digest" text;
      ALTER TABLE "amendment" ADD CONSTRAINT "UQ_5e44ed3690a94703659e8f2e0e1" UNIQUE ("code_digest");
      ALTER TABLE "amendment" ADD "withdrawn_on" date;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "amendment" DROP COLUMN "withdrawn_on";
      ALTER TABLE "amendment" DROP CONSTRAINT "UQ_5e44ed3690a94703659e8f2e0e1";
      ALTER TABLE "amendment" DROP COLUMN "code_digest";
      DROP TABLE "listener";
    `);
  }
}
