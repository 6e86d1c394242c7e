import type { MigrationInterface, QueryRunner } from "typeorm";

export class WeekQuestion202611272336 implements MigrationInterface {
  name = "WeekQuestion1795822619091";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "week_question" ("id" uuid NOT NULL DEFAULT uuid_generate_v4(), "group_id" uuid NOT NULL, "week" date NOT NULL, "question_id" uuid NOT NULL, "asked_by_id" uuid, "asked_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "withdrawn_on" date, CONSTRAINT "PK_2ea764c9988c7225e4fe42246f8" PRIMARY KEY ("id"));
      CREATE UNIQUE INDEX "week_question_week" ON "week_question"  ("group_id", "week") WHERE withdrawn_on is null;
      ALTER TABLE "questionnaire" ADD "of_the_week" boolean NOT NULL DEFAULT false;
      ALTER TABLE "week_question" ADD CONSTRAINT "FK_7dd1df78c4f943e2a951f44a0ff" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "week_question" ADD CONSTRAINT "FK_61f31fae394f29ef287f9e0591f" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "week_question" ADD CONSTRAINT "FK_d429b264071c5b4b1bb61063981" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "week_question" DROP CONSTRAINT "FK_d429b264071c5b4b1bb61063981";
      ALTER TABLE "week_question" DROP CONSTRAINT "FK_61f31fae394f29ef287f9e0591f";
      ALTER TABLE "week_question" DROP CONSTRAINT "FK_7dd1df78c4f943e2a951f44a0ff";
      ALTER TABLE "questionnaire" DROP COLUMN "of_the_week";
      DROP INDEX "public"."week_question_week";
      DROP TABLE "week_question";
    `);
  }
}
