import type { MigrationInterface, QueryRunner } from "typeorm";

/** The private links of letters, what offices write by them before they are confirmed, and the files that come with replies. */
export class Office0023 implements MigrationInterface {
  name = "Office1795633981786";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "attachment" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "handover_id" uuid NOT NULL, "link_id" uuid, "kind" text NOT NULL, "size" integer NOT NULL, "digest" text NOT NULL, "kept_on" date NOT NULL, CONSTRAINT "PK_d2a80c3a8d467f08a750ac4b420" PRIMARY KEY ("id"));
      CREATE INDEX "attachment_handover" ON "attachment"  ("handover_id") ;
      CREATE TABLE "attachment_file" ("attachment_id" uuid NOT NULL, "bytes" bytea NOT NULL, CONSTRAINT "PK_47ad2f6fb59bec9b5f412344034" PRIMARY KEY ("attachment_id"));
      CREATE TABLE "office_link" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "handover_id" uuid NOT NULL, "code_digest" text NOT NULL, "contact" text NOT NULL, "made_on" date NOT NULL, "made_by_id" uuid NOT NULL, "ended_on" date, CONSTRAINT "UQ_0287a3d99161980603f63e65c13" UNIQUE ("code_digest"), CONSTRAINT "PK_9bfd9a085dd1d14be0c436902bf" PRIMARY KEY ("id"));
      CREATE UNIQUE INDEX "office_link_in_force" ON "office_link"  ("handover_id") WHERE ended_on is null;
      CREATE TABLE "office_reply" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "link_id" uuid NOT NULL, "handover_id" uuid NOT NULL, "stance" text NOT NULL, "text" text NOT NULL, "passed_to_name" text, "passed_to_contact" text, "attachment_id" uuid, "writer" text, "state" text NOT NULL DEFAULT 'WAITING', "sent_on" date NOT NULL, "decided_on" date, "decided_by_id" uuid, "checked_by" text, "reason" text, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "UQ_b91f89ba9eaa3a44c92c8e0346e" UNIQUE ("link_id"), CONSTRAINT "PK_5fc27cd4a0077d29fa415b6da8f" PRIMARY KEY ("id"));
      CREATE INDEX "office_reply_handover" ON "office_reply"  ("handover_id") ;
      ALTER TABLE "handover" ADD CONSTRAINT "FK_789155c11940c12534b3fce9d8c" FOREIGN KEY ("reply_file_id") REFERENCES "attachment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "attachment" ADD CONSTRAINT "FK_bc9361e16a969d27ce98c377158" FOREIGN KEY ("handover_id") REFERENCES "handover"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "attachment" ADD CONSTRAINT "FK_188f0a34d17548d1131ee5c264d" FOREIGN KEY ("link_id") REFERENCES "office_link"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "attachment_file" ADD CONSTRAINT "FK_47ad2f6fb59bec9b5f412344034" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
      ALTER TABLE "office_link" ADD CONSTRAINT "FK_4b1b2645b3195a22a00fb010598" FOREIGN KEY ("handover_id") REFERENCES "handover"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "office_link" ADD CONSTRAINT "FK_20e5b2bb7f8816c423a2f66546d" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "office_reply" ADD CONSTRAINT "FK_b91f89ba9eaa3a44c92c8e0346e" FOREIGN KEY ("link_id") REFERENCES "office_link"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "office_reply" ADD CONSTRAINT "FK_be4c74654e19d3a960df407d98a" FOREIGN KEY ("handover_id") REFERENCES "handover"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "office_reply" ADD CONSTRAINT "FK_27fbc5f056624dfb1f2fdb517e3" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "office_reply" ADD CONSTRAINT "FK_2994a405ea1194dce8958686202" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "office_reply" DROP CONSTRAINT "FK_2994a405ea1194dce8958686202";
      ALTER TABLE "office_reply" DROP CONSTRAINT "FK_27fbc5f056624dfb1f2fdb517e3";
      ALTER TABLE "office_reply" DROP CONSTRAINT "FK_be4c74654e19d3a960df407d98a";
      ALTER TABLE "office_reply" DROP CONSTRAINT "FK_b91f89ba9eaa3a44c92c8e0346e";
      ALTER TABLE "office_link" DROP CONSTRAINT "FK_20e5b2bb7f8816c423a2f66546d";
      ALTER TABLE "office_link" DROP CONSTRAINT "FK_4b1b2645b3195a22a00fb010598";
      ALTER TABLE "attachment_file" DROP CONSTRAINT "FK_47ad2f6fb59bec9b5f412344034";
      ALTER TABLE "attachment" DROP CONSTRAINT "FK_188f0a34d17548d1131ee5c264d";
      ALTER TABLE "attachment" DROP CONSTRAINT "FK_bc9361e16a969d27ce98c377158";
      ALTER TABLE "handover" DROP CONSTRAINT "FK_789155c11940c12534b3fce9d8c";
      DROP INDEX "public"."office_reply_handover";
      DROP TABLE "office_reply";
      DROP INDEX "public"."office_link_in_force";
      DROP TABLE "office_link";
      DROP TABLE "attachment_file";
      DROP INDEX "public"."attachment_handover";
      DROP TABLE "attachment";
    `);
  }
}
