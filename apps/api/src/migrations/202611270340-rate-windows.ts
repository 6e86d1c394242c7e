import type { MigrationInterface, QueryRunner } from "typeorm";

/** Tries and requests are counted for all processes. */
export class RateWindows202611270340 implements MigrationInterface {
  name = "RateWindows1795750800000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "rate_window" ("key" text NOT NULL, "count" integer NOT NULL, "ends_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_3f69109bab3787db07a44557144" PRIMARY KEY ("key"));
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP TABLE "rate_window";
    `);
  }
}
