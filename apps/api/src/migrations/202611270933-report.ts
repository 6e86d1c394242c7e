import type { MigrationInterface, QueryRunner } from "typeorm";

export class Report202611270933 implements MigrationInterface {
  name = "Report1795772039637";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "report" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "kind" text NOT NULL, "text_id" uuid NOT NULL, "group_id" uuid NOT NULL, "reason" text NOT NULL, "note" text, "words_digest" text NOT NULL, "reporter_digest" text NOT NULL, "reported_on" date NOT NULL, "settled_by_id" uuid, CONSTRAINT "PK_99e4d0bea58cba73c57f935a546" PRIMARY KEY ("id"));
      CREATE UNIQUE INDEX "report_once" ON "report"  ("kind", "text_id", "reporter_digest") ;
      CREATE INDEX "report_group" ON "report"  ("group_id", "settled_by_id") ;
      ALTER TABLE "ruling" ADD "was" text NOT NULL DEFAULT 'HELD';
      ALTER TABLE "ruling" ADD "batch_id" uuid;
      ALTER TABLE "ruling" ADD "replaces_id" uuid;
      CREATE INDEX "ruling_batch" ON "ruling"  ("batch_id") ;
      ALTER TABLE "ruling" ADD CONSTRAINT "FK_973aa81190d46478f88ac9b3ba2" FOREIGN KEY ("replaces_id") REFERENCES "ruling"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "report" ADD CONSTRAINT "FK_53db8ba617446a393118baba36d" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "report" ADD CONSTRAINT "FK_a05a0bf1c212c47ef5e3c7d89d8" FOREIGN KEY ("settled_by_id") REFERENCES "ruling"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "report" DROP CONSTRAINT "FK_a05a0bf1c212c47ef5e3c7d89d8";
      ALTER TABLE "report" DROP CONSTRAINT "FK_53db8ba617446a393118baba36d";
      ALTER TABLE "ruling" DROP CONSTRAINT "FK_973aa81190d46478f88ac9b3ba2";
      DROP INDEX "public"."ruling_batch";
      ALTER TABLE "ruling" DROP COLUMN "replaces_id";
      ALTER TABLE "ruling" DROP COLUMN "batch_id";
      ALTER TABLE "ruling" DROP COLUMN "was";
      DROP INDEX "public"."report_group";
      DROP INDEX "public"."report_once";
      DROP TABLE "report";
    `);
  }
}
