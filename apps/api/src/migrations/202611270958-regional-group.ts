import type { MigrationInterface, QueryRunner } from "typeorm";

/** Groups of territories are joined, and whether they have a referent is read from the roles; people volunteer for it. */
export class RegionalGroup202611270958 implements MigrationInterface {
  name = "RegionalGroup1795773534748";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "regional_member" ("regional_group_id" uuid NOT NULL, "person_id" uuid NOT NULL, "joined_on" date NOT NULL, CONSTRAINT "PK_16a8eaa9b14e6d778de775d35e8" PRIMARY KEY ("regional_group_id", "person_id"));
      CREATE INDEX "regional_member_person" ON "regional_member"  ("person_id") ;
      CREATE TABLE "candidacy" ("id" uuid NOT NULL DEFAULT uuidv7(), "key" text NOT NULL, "person_id" uuid NOT NULL, "territory_id" uuid NOT NULL, "why" text NOT NULL, "offered_on" date NOT NULL, "withdrawn" boolean NOT NULL DEFAULT false, "accepted" boolean, "answer" text, "answered_by_id" uuid, CONSTRAINT "UQ_0d2b5a0ea002b03e5b56cae1bed" UNIQUE ("key"), CONSTRAINT "PK_3493e25a1777da762e42be50d18" PRIMARY KEY ("id"));
      CREATE INDEX "candidacy_person" ON "candidacy"  ("person_id") ;
      ALTER TABLE "regional_group" DROP COLUMN "status";
      ALTER TABLE "regional_group" DROP COLUMN "has_referent";
      ALTER TABLE "regional_group" ADD "closed" boolean NOT NULL DEFAULT false;
      ALTER TABLE "regional_group" DROP CONSTRAINT "FK_a52b97fe77702111559c7637a5d";
      ALTER TABLE "regional_group" ADD CONSTRAINT "UQ_a52b97fe77702111559c7637a5d" UNIQUE ("territory_id");
      ALTER TABLE "regional_group" ADD CONSTRAINT "FK_a52b97fe77702111559c7637a5d" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "regional_member" ADD CONSTRAINT "FK_47294beed4fec7cacad53912167" FOREIGN KEY ("regional_group_id") REFERENCES "regional_group"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "regional_member" ADD CONSTRAINT "FK_69351e490f1d9e6dd33699dee51" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "candidacy" ADD CONSTRAINT "FK_fc729704210989b43b1c1d348c0" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "candidacy" ADD CONSTRAINT "FK_6a2cf04a9f578d598716204a9ba" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "candidacy" ADD CONSTRAINT "FK_a6d7d7cc4ed766b7464674b3739" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "candidacy" DROP CONSTRAINT "FK_a6d7d7cc4ed766b7464674b3739";
      ALTER TABLE "candidacy" DROP CONSTRAINT "FK_6a2cf04a9f578d598716204a9ba";
      ALTER TABLE "candidacy" DROP CONSTRAINT "FK_fc729704210989b43b1c1d348c0";
      ALTER TABLE "regional_member" DROP CONSTRAINT "FK_69351e490f1d9e6dd33699dee51";
      ALTER TABLE "regional_member" DROP CONSTRAINT "FK_47294beed4fec7cacad53912167";
      ALTER TABLE "regional_group" DROP CONSTRAINT "FK_a52b97fe77702111559c7637a5d";
      ALTER TABLE "regional_group" DROP CONSTRAINT "UQ_a52b97fe77702111559c7637a5d";
      ALTER TABLE "regional_group" ADD CONSTRAINT "FK_a52b97fe77702111559c7637a5d" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "regional_group" DROP COLUMN "closed";
      ALTER TABLE "regional_group" ADD "has_referent" boolean NOT NULL DEFAULT false;
      ALTER TABLE "regional_group" ADD "status" text NOT NULL DEFAULT 'SEEKING_REFERENT';
      ALTER TABLE "regional_group" ALTER COLUMN "status" DROP DEFAULT;
      DROP INDEX "public"."candidacy_person";
      DROP TABLE "candidacy";
      DROP INDEX "public"."regional_member_person";
      DROP TABLE "regional_member";
    `);
  }
}
