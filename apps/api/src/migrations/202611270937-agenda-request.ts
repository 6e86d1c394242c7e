import type { MigrationInterface, QueryRunner } from "typeorm";

/** People ask for lines on the agenda of a meeting; its keepers take them, or leave them with a reason. */
export class AgendaRequest202611270937 implements MigrationInterface {
  name = "AgendaRequest1795772264319";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "agenda_request" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "key" text NOT NULL, "meeting_id" uuid NOT NULL, "text" text NOT NULL, "author_name" text, "subject" text, "subject_id" uuid, "status" text NOT NULL DEFAULT 'VISIBLE', "status_reason" text, "status_on" date, "asked_on" date NOT NULL, "taken" boolean, "point_id" uuid, "reason" text, "judged_by_id" uuid, CONSTRAINT "UQ_1f40a1f6d9786c5bb2103d41aab" UNIQUE ("key"), CONSTRAINT "PK_26e89c752356e444839b6ecda9f" PRIMARY KEY ("id"));
      CREATE INDEX "agenda_request_meeting" ON "agenda_request"  ("meeting_id", "asked_on") ;
      ALTER TABLE "agenda_request" ADD CONSTRAINT "FK_c8dd891229295c308e8ab3a861b" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "agenda_request" ADD CONSTRAINT "FK_995d61e830624c7fd2ce942d439" FOREIGN KEY ("judged_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "agenda_request" DROP CONSTRAINT "FK_995d61e830624c7fd2ce942d439";
      ALTER TABLE "agenda_request" DROP CONSTRAINT "FK_c8dd891229295c308e8ab3a861b";
      DROP INDEX "public"."agenda_request_meeting";
      DROP TABLE "agenda_request";
    `);
  }
}
