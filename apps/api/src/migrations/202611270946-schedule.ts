import type { MigrationInterface, QueryRunner } from "typeorm";

/** Calendars move: their steps keep the first plan, and days on which few people come are written down. */
export class Schedule202611270946 implements MigrationInterface {
  name = "Schedule1795772762353";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "schedule" ("group_id" uuid NOT NULL, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_b9579e4a3a46e2afdae0b757048" PRIMARY KEY ("group_id"));
      CREATE TABLE "holiday" ("id" uuid NOT NULL DEFAULT uuidv7(), "name" text NOT NULL, "kind" text NOT NULL, "zone" text, "starts_on" date NOT NULL, "ends_on" date NOT NULL, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_3e7492c25f80418a7aad0aec053" PRIMARY KEY ("id"));
      CREATE INDEX "holiday_order" ON "holiday"  ("starts_on") ;
      ALTER TABLE "milestone" ADD "planned_starts_on" date;
      ALTER TABLE "milestone" ADD "planned_ends_on" date;
      UPDATE "milestone" SET "planned_starts_on" = "starts_on", "planned_ends_on" = "ends_on";
      ALTER TABLE "milestone" ALTER COLUMN "planned_starts_on" SET NOT NULL;
      ALTER TABLE "milestone" ALTER COLUMN "planned_ends_on" SET NOT NULL;
      ALTER TABLE "milestone" ADD "moved_reason" text;
      ALTER TABLE "milestone" ADD "cancelled_reason" text;
      CREATE INDEX "milestone_order" ON "milestone"  ("group_id", "starts_on", "position") ;
      ALTER TABLE "schedule" ADD CONSTRAINT "FK_b9579e4a3a46e2afdae0b757048" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "schedule" DROP CONSTRAINT "FK_b9579e4a3a46e2afdae0b757048";
      DROP INDEX "public"."milestone_order";
      ALTER TABLE "milestone" DROP COLUMN "cancelled_reason";
      ALTER TABLE "milestone" DROP COLUMN "moved_reason";
      ALTER TABLE "milestone" DROP COLUMN "planned_ends_on";
      ALTER TABLE "milestone" DROP COLUMN "planned_starts_on";
      DROP INDEX "public"."holiday_order";
      DROP TABLE "holiday";
      DROP TABLE "schedule";
    `);
  }
}
