import type { MigrationInterface, QueryRunner } from "typeorm";

/** What was told of the path of each text, by which mail; mails that wait to be sent. */
export class TrailTold0018 implements MigrationInterface {
  name = "TrailTold1795612339273";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "outgoing_mail" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "key" text NOT NULL, "recipient" text, "subject" text, "text" text, "stop_link" text, "queued_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "attempts" integer NOT NULL DEFAULT '0', "next_attempt_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "trouble" text, "sent_at" TIMESTAMP(3) WITH TIME ZONE, "given_up_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "UQ_8dc471360a923b744d09af4791e" UNIQUE ("key"), CONSTRAINT "PK_ed85381cac829352bf9e8238ff8" PRIMARY KEY ("id"));
      CREATE INDEX "outgoing_mail_due" ON "outgoing_mail"  ("next_attempt_at") WHERE recipient is not null;
      CREATE TABLE "told" ("contribution_id" uuid NOT NULL, "step" text NOT NULL, "target_id" uuid NOT NULL, "mail_id" uuid, "seen" boolean NOT NULL DEFAULT false, CONSTRAINT "PK_b500bdbbc473dd17dbf8f78add1" PRIMARY KEY ("contribution_id", "step", "target_id"));
      CREATE INDEX "told_mail" ON "told"  ("mail_id") WHERE mail_id is not null;
      ALTER TABLE "person" ADD "told_by_mail" boolean NOT NULL DEFAULT true;
      ALTER TABLE "response" ADD "follow_up_language" text NOT NULL DEFAULT 'fr';
      ALTER TABLE "response" ADD "mailed_digest" text;
      ALTER TABLE "response" ADD CONSTRAINT "UQ_214d450c2f1ce5938adff87f6e2" UNIQUE ("mailed_digest");
      CREATE INDEX "response_told" ON "response"  ("id") WHERE follow_up_email is not null or person_id is not null;
      ALTER TABLE "told" ADD CONSTRAINT "FK_833433e752650ce07f7634ad35a" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "told" ADD CONSTRAINT "FK_2d3b047cb58c1ccb0fcf2ed9772" FOREIGN KEY ("mail_id") REFERENCES "outgoing_mail"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "told" DROP CONSTRAINT "FK_2d3b047cb58c1ccb0fcf2ed9772";
      ALTER TABLE "told" DROP CONSTRAINT "FK_833433e752650ce07f7634ad35a";
      DROP INDEX "public"."response_told";
      ALTER TABLE "response" DROP CONSTRAINT "UQ_214d450c2f1ce5938adff87f6e2";
      ALTER TABLE "response" DROP COLUMN "mailed_digest";
      ALTER TABLE "response" DROP COLUMN "follow_up_language";
      ALTER TABLE "person" DROP COLUMN "told_by_mail";
      DROP INDEX "public"."told_mail";
      DROP TABLE "told";
      DROP INDEX "public"."outgoing_mail_due";
      DROP TABLE "outgoing_mail";
    `);
  }
}
