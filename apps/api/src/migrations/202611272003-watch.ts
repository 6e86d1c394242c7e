import type { MigrationInterface, QueryRunner } from "typeorm";

/** Somebody follows public things, and is told of each once, by whichever mail. */
export class Watch202611272003 implements MigrationInterface {
  name = "Watch1795809827948";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "told" ("holder" text NOT NULL, "thing" text NOT NULL, "told_on" date NOT NULL, CONSTRAINT "PK_c03c5959a73073f0505dd64a7e4" PRIMARY KEY ("holder", "thing"));
      CREATE INDEX "told_day" ON "told"  ("told_on") ;
      CREATE TABLE "watcher" ("id" uuid NOT NULL DEFAULT uuid_generate_v4(), "person_id" uuid, "address" text, "language" text NOT NULL, "daily_on" date, "weekly_on" date, CONSTRAINT "UQ_b1a3ef3e82b7e765366aaafa2c9" UNIQUE ("person_id"), CONSTRAINT "UQ_22464e5e1119012d347891e8bbb" UNIQUE ("address"), CONSTRAINT "PK_a338e59acf6c1b9cfcc719bc6bd" PRIMARY KEY ("id"));
      CREATE TABLE "watch" ("watcher_id" uuid NOT NULL, "kind" text NOT NULL, "subject_id" uuid NOT NULL, "pace" text NOT NULL, "since" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_bc49ba4fb26c35c8c9a52232c4d" PRIMARY KEY ("watcher_id", "kind", "subject_id"));
      CREATE INDEX "watch_subject" ON "watch"  ("kind", "subject_id") ;
      CREATE TABLE "watch_request" ("digest" text NOT NULL, "address" text, "language" text NOT NULL, "kind" text NOT NULL, "subject_id" uuid NOT NULL, "pace" text NOT NULL, "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_f30cb80362cc7c06f954925f902" PRIMARY KEY ("digest"));
      ALTER TABLE "outgoing_mail" ADD "composer" text;
      ALTER TABLE "watcher" ADD CONSTRAINT "FK_b1a3ef3e82b7e765366aaafa2c9" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "watch" ADD CONSTRAINT "FK_450a3fcda7eb617437bdd012942" FOREIGN KEY ("watcher_id") REFERENCES "watcher"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "watch" DROP CONSTRAINT "FK_450a3fcda7eb617437bdd012942";
      ALTER TABLE "watcher" DROP CONSTRAINT "FK_b1a3ef3e82b7e765366aaafa2c9";
      ALTER TABLE "outgoing_mail" DROP COLUMN "composer";
      DROP TABLE "watch_request";
      DROP INDEX "public"."watch_subject";
      DROP TABLE "watch";
      DROP TABLE "watcher";
      DROP INDEX "public"."told_day";
      DROP TABLE "told";
    `);
  }
}
