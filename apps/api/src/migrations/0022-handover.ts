import type { MigrationInterface, QueryRunner } from "typeorm";

/** The register of offices, who carries a proposal, what an office undertakes. */
export class Handover0022 implements MigrationInterface {
  name = "Handover1795620046708";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "commitment" ("id" uuid NOT NULL DEFAULT uuidv7(), "handover_id" uuid NOT NULL, "text" text NOT NULL, "due_on" date, "state" text NOT NULL DEFAULT 'OPEN', "settled_on" date, "reason" text, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_7a0899978d100f72269b3045d7e" PRIMARY KEY ("id"));
      CREATE INDEX "commitment_handover" ON "commitment"  ("handover_id") ;
      ALTER TABLE "ask" ADD "version" integer NOT NULL DEFAULT '1';
      ALTER TABLE "interlocutor" ADD "territory_id" uuid;
      ALTER TABLE "interlocutor" ADD "months" integer array NOT NULL DEFAULT '{}';
      ALTER TABLE "interlocutor" ADD "contact_mail" text;
      ALTER TABLE "interlocutor" ADD "contact_url" text;
      ALTER TABLE "interlocutor" ADD "contact_postal" text;
      ALTER TABLE "interlocutor" ADD "merged_into_id" uuid;
      ALTER TABLE "interlocutor" ADD "version" integer NOT NULL DEFAULT '1';
      ALTER TABLE "handover" ADD "carrier_kind" text NOT NULL DEFAULT 'ORGANISATION';
      ALTER TABLE "handover" ADD "carrier_person_id" uuid;
      ALTER TABLE "handover" ADD "carrier_consent" text;
      ALTER TABLE "handover" ADD "opened_on" date;
      ALTER TABLE "handover" ADD "opened_by_id" uuid;
      ALTER TABLE "handover" ADD "proposal_version" integer;
      ALTER TABLE "handover" ADD "working_version" boolean NOT NULL DEFAULT false;
      ALTER TABLE "handover" ADD "reply_way" text;
      ALTER TABLE "handover" ADD "reply_passed_to_id" uuid;
      ALTER TABLE "handover" ADD "reply_file_id" uuid;
      ALTER TABLE "handover" ADD "reply_corrected_on" date;
      ALTER TABLE "handover" ADD "reply_correction" text;
      ALTER TABLE "handover" ADD "ended_on" date;
      ALTER TABLE "handover" ADD "ended_as" text;
      ALTER TABLE "handover" ADD "end_reason" text;
      ALTER TABLE "handover" ADD "version" integer NOT NULL DEFAULT '1';
      CREATE INDEX "handover_carrier" ON "handover"  ("carrier_person_id") WHERE carrier_person_id is not null;
      ALTER TABLE "interlocutor" ADD CONSTRAINT "FK_2d368502cc04d09b8fd2014f0f0" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "interlocutor" ADD CONSTRAINT "FK_a72b802271f851a76fe20b25263" FOREIGN KEY ("merged_into_id") REFERENCES "interlocutor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "handover" ADD CONSTRAINT "FK_ca4285e8ef443be7b13af5b1371" FOREIGN KEY ("carrier_person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "handover" ADD CONSTRAINT "FK_d1ce9ed48b3d8996231f11fdcbd" FOREIGN KEY ("opened_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "handover" ADD CONSTRAINT "FK_c88f98e16d48ab8ff2bf7d5c67a" FOREIGN KEY ("reply_passed_to_id") REFERENCES "interlocutor"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "commitment" ADD CONSTRAINT "FK_c3607ed76aae4f67dd49d2b6513" FOREIGN KEY ("handover_id") REFERENCES "handover"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      -- What was handed over of a proposal that is not adopted was a working version.
      UPDATE "handover" h SET "working_version" = true FROM "proposal" p
        WHERE p."id" = h."proposal_id" AND h."handed_over_on" IS NOT NULL AND p."state" <> 'ADOPTED';
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "commitment" DROP CONSTRAINT "FK_c3607ed76aae4f67dd49d2b6513";
      ALTER TABLE "handover" DROP CONSTRAINT "FK_c88f98e16d48ab8ff2bf7d5c67a";
      ALTER TABLE "handover" DROP CONSTRAINT "FK_d1ce9ed48b3d8996231f11fdcbd";
      ALTER TABLE "handover" DROP CONSTRAINT "FK_ca4285e8ef443be7b13af5b1371";
      ALTER TABLE "interlocutor" DROP CONSTRAINT "FK_a72b802271f851a76fe20b25263";
      ALTER TABLE "interlocutor" DROP CONSTRAINT "FK_2d368502cc04d09b8fd2014f0f0";
      DROP INDEX "public"."handover_carrier";
      ALTER TABLE "handover" DROP COLUMN "version";
      ALTER TABLE "handover" DROP COLUMN "end_reason";
      ALTER TABLE "handover" DROP COLUMN "ended_as";
      ALTER TABLE "handover" DROP COLUMN "ended_on";
      ALTER TABLE "handover" DROP COLUMN "reply_correction";
      ALTER TABLE "handover" DROP COLUMN "reply_corrected_on";
      ALTER TABLE "handover" DROP COLUMN "reply_file_id";
      ALTER TABLE "handover" DROP COLUMN "reply_passed_to_id";
      ALTER TABLE "handover" DROP COLUMN "reply_way";
      ALTER TABLE "handover" DROP COLUMN "working_version";
      ALTER TABLE "handover" DROP COLUMN "proposal_version";
      ALTER TABLE "handover" DROP COLUMN "opened_by_id";
      ALTER TABLE "handover" DROP COLUMN "opened_on";
      ALTER TABLE "handover" DROP COLUMN "carrier_consent";
      ALTER TABLE "handover" DROP COLUMN "carrier_person_id";
      ALTER TABLE "handover" DROP COLUMN "carrier_kind";
      ALTER TABLE "interlocutor" DROP COLUMN "version";
      ALTER TABLE "interlocutor" DROP COLUMN "merged_into_id";
      ALTER TABLE "interlocutor" DROP COLUMN "contact_postal";
      ALTER TABLE "interlocutor" DROP COLUMN "contact_url";
      ALTER TABLE "interlocutor" DROP COLUMN "contact_mail";
      ALTER TABLE "interlocutor" DROP COLUMN "months";
      ALTER TABLE "interlocutor" DROP COLUMN "territory_id";
      ALTER TABLE "ask" DROP COLUMN "version";
      DROP INDEX "public"."commitment_handover";
      DROP TABLE "commitment";
    `);
  }
}
