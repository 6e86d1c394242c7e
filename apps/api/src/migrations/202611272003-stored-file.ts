import type { MigrationInterface, QueryRunner } from "typeorm";

/** Files of the team, in the database or in a bucket. */
export class StoredFile202611272003 implements MigrationInterface {
  name = "StoredFile1795809780000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "stored_file" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "place" text NOT NULL, "size" integer NOT NULL, "digest" text NOT NULL, "kept_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "bytes" bytea, CONSTRAINT "PK_e140967af84027b493a3ff04fbb" PRIMARY KEY ("id"));
      -- Files are compressed already: trying again would hold up whoever sends one.
      ALTER TABLE "stored_file" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`DROP TABLE "stored_file"`);
  }
}
