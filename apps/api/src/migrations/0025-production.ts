import type { MigrationInterface, QueryRunner } from "typeorm";

/** Files that a team has made: what was asked for, and apart what was made. */
export class Production0025 implements MigrationInterface {
  name = "Production1795623803040";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "production" ("id" uuid NOT NULL DEFAULT uuidv7(), "group_id" uuid NOT NULL, "kind" text NOT NULL, "format" text NOT NULL, "asked_by_id" uuid NOT NULL, "asked_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "attempts" integer NOT NULL DEFAULT '0', "held_until" TIMESTAMP(3) WITH TIME ZONE, "progress" integer NOT NULL DEFAULT '0', "step" text NOT NULL DEFAULT 'WAITING', "failure" text, "finished_at" TIMESTAMP(3) WITH TIME ZONE, "size" integer, "published_at" TIMESTAMP(3) WITH TIME ZONE, "fictional" boolean NOT NULL DEFAULT false, CONSTRAINT "PK_722753196a878fa7473f0381da3" PRIMARY KEY ("id"));
      CREATE INDEX "production_group" ON "production"  ("group_id", "asked_at") ;
      CREATE INDEX "production_due" ON "production"  ("asked_at") WHERE finished_at is null and failure is null;
      CREATE TABLE "production_file" ("production_id" uuid NOT NULL, "file" bytea NOT NULL, "trace" text NOT NULL, "passage_ids" uuid array NOT NULL, "words_digest" text NOT NULL, CONSTRAINT "PK_7fec6bf72fa5f40c4cc08639f55" PRIMARY KEY ("production_id"));
      ALTER TABLE "production" ADD CONSTRAINT "FK_c097129dc49d8efd81ccdeb23a5" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "production" ADD CONSTRAINT "FK_6e0345de71de9cdc1aa0afd470a" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "production_file" ADD CONSTRAINT "FK_7fec6bf72fa5f40c4cc08639f55" FOREIGN KEY ("production_id") REFERENCES "production"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "production_file" DROP CONSTRAINT "FK_7fec6bf72fa5f40c4cc08639f55";
      ALTER TABLE "production" DROP CONSTRAINT "FK_6e0345de71de9cdc1aa0afd470a";
      ALTER TABLE "production" DROP CONSTRAINT "FK_c097129dc49d8efd81ccdeb23a5";
      DROP TABLE "production_file";
      DROP INDEX "public"."production_due";
      DROP INDEX "public"."production_group";
      DROP TABLE "production";
    `);
  }
}
