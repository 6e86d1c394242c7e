import type { MigrationInterface, QueryRunner } from "typeorm";

/** Organisations, their members and links, and the texts that they say as themselves. */
export class Organisation202611271638 implements MigrationInterface {
  name = "Organisation1795797491073";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "organisation" ("id" uuid NOT NULL DEFAULT uuidv7(), "slug" text NOT NULL, "likeness" text NOT NULL DEFAULT '', "name" text NOT NULL, "kind" text NOT NULL, "website" text, "about" text NOT NULL, "territory_id" uuid, "status" text NOT NULL DEFAULT 'VISIBLE', "status_reason" text, "status_on" date, "state" text NOT NULL DEFAULT 'REGISTERED', "registered_on" date NOT NULL, "judged_on" date, "reason" text, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "UQ_b800a0efd2f9f19719d0c4d793d" UNIQUE ("slug"), CONSTRAINT "PK_c725ae234ef1b74cce43d2d00c1" PRIMARY KEY ("id"));
      CREATE INDEX "organisation_likeness" ON "organisation" ("likeness");
      CREATE TABLE "organisation_member" ("id" uuid NOT NULL DEFAULT uuidv7(), "organisation_id" uuid NOT NULL, "person_id" uuid NOT NULL, "role" text NOT NULL, "since" date NOT NULL, CONSTRAINT "PK_ca2a206dfd23a384bf9faa8efc1" PRIMARY KEY ("id"));
      CREATE UNIQUE INDEX "organisation_member_once" ON "organisation_member"  ("organisation_id", "person_id") ;
      CREATE INDEX "organisation_member_person" ON "organisation_member"  ("person_id") ;
      CREATE TABLE "organisation_invitation" ("id" uuid NOT NULL DEFAULT uuid_generate_v4(), "key" text NOT NULL, "token_digest" text NOT NULL, "organisation_id" uuid NOT NULL, "role" text NOT NULL, "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "UQ_d35ecf604c76efcdd30958afbbb" UNIQUE ("key"), CONSTRAINT "UQ_b9f92a218a7c1baef19998fb205" UNIQUE ("token_digest"), CONSTRAINT "PK_bc02758b572555c4ed7f27aa199" PRIMARY KEY ("id"));
      CREATE INDEX "organisation_invitation_of" ON "organisation_invitation"  ("organisation_id") ;
      ALTER TABLE "reaction" ADD "organisation_id" uuid;
      ALTER TABLE "response" ADD "organisation_id" uuid;
      ALTER TABLE "contribution" ADD "organisation_id" uuid;
      ALTER TABLE "amendment" ADD "organisation_id" uuid;
      CREATE INDEX "reaction_organisation" ON "reaction"  ("organisation_id", "reacted_on") ;
      CREATE INDEX "contribution_organisation" ON "contribution"  ("organisation_id", "contributed_on") ;
      CREATE INDEX "amendment_organisation" ON "amendment"  ("organisation_id", "proposed_on") ;
      ALTER TABLE "organisation" ADD CONSTRAINT "FK_a413faa68fd935769db4b068851" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "organisation_member" ADD CONSTRAINT "FK_185405d3e24509f912e3b09b7e2" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "organisation_member" ADD CONSTRAINT "FK_29da6a81987aa45e67d6b254d30" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "organisation_invitation" ADD CONSTRAINT "FK_8156fe868c229c68b43641a0bdc" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "reaction" ADD CONSTRAINT "FK_676cea64467d77bc0b652547c76" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "response" ADD CONSTRAINT "FK_23ed541fedf5a570efbce7014f2" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "contribution" ADD CONSTRAINT "FK_8d16ae5f4bcd4b7c6363b426bcc" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "amendment" ADD CONSTRAINT "FK_2518588cf4133f2c832342fdd9f" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "amendment" DROP CONSTRAINT "FK_2518588cf4133f2c832342fdd9f";
      ALTER TABLE "contribution" DROP CONSTRAINT "FK_8d16ae5f4bcd4b7c6363b426bcc";
      ALTER TABLE "response" DROP CONSTRAINT "FK_23ed541fedf5a570efbce7014f2";
      ALTER TABLE "reaction" DROP CONSTRAINT "FK_676cea64467d77bc0b652547c76";
      ALTER TABLE "organisation_invitation" DROP CONSTRAINT "FK_8156fe868c229c68b43641a0bdc";
      ALTER TABLE "organisation_member" DROP CONSTRAINT "FK_29da6a81987aa45e67d6b254d30";
      ALTER TABLE "organisation_member" DROP CONSTRAINT "FK_185405d3e24509f912e3b09b7e2";
      ALTER TABLE "organisation" DROP CONSTRAINT "FK_a413faa68fd935769db4b068851";
      DROP INDEX "public"."amendment_organisation";
      DROP INDEX "public"."contribution_organisation";
      DROP INDEX "public"."reaction_organisation";
      ALTER TABLE "amendment" DROP COLUMN "organisation_id";
      ALTER TABLE "contribution" DROP COLUMN "organisation_id";
      ALTER TABLE "response" DROP COLUMN "organisation_id";
      ALTER TABLE "reaction" DROP COLUMN "organisation_id";
      DROP INDEX "public"."organisation_invitation_of";
      DROP TABLE "organisation_invitation";
      DROP INDEX "public"."organisation_member_person";
      DROP INDEX "public"."organisation_member_once";
      DROP TABLE "organisation_member";
      DROP TABLE "organisation";
    `);
  }
}
