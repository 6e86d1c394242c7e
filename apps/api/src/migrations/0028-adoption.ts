import type { MigrationInterface, QueryRunner } from "typeorm";

/** How a proposal was adopted, what is read otherwise since, and what it was a part of. */
export class Adoption0028 implements MigrationInterface {
  name = "Adoption1795623209970";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "adoption" ("id" uuid NOT NULL DEFAULT uuidv7(), "proposal_id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "decided_on" date NOT NULL, "method" text NOT NULL, "votes_for" integer, "votes_against" integer, "abstentions" integer, "quorum" integer, "presence" jsonb NOT NULL, "note" text, "version_number" integer NOT NULL, "hash" text NOT NULL, "recorded_by_id" uuid, CONSTRAINT "UQ_bab55e6fb4ee8580e80d935369b" UNIQUE ("proposal_id"), CONSTRAINT "PK_bf86d90324541b197d4ac5362a5" PRIMARY KEY ("id"));
      CREATE INDEX "adoption_meeting" ON "adoption"  ("meeting_id") ;
      CREATE TABLE "erratum" ("id" uuid NOT NULL DEFAULT uuidv7(), "proposal_id" uuid NOT NULL, "text" text NOT NULL, "added_on" date NOT NULL, "added_by_id" uuid, CONSTRAINT "PK_5c59946697a6bb032f0183c4d5d" PRIMARY KEY ("id"));
      CREATE INDEX "erratum_proposal" ON "erratum"  ("proposal_id") ;
      ALTER TABLE "proposal" ADD "split_from_id" uuid;
      ALTER TABLE "statement" ADD "origin_id" uuid;
      ALTER TABLE "proposal" ADD CONSTRAINT "FK_7655f76b42bfe0e948d4225e480" FOREIGN KEY ("split_from_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "adoption" ADD CONSTRAINT "FK_bab55e6fb4ee8580e80d935369b" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "adoption" ADD CONSTRAINT "FK_5cbeb4592739e7f9c7ffb317b6f" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "adoption" ADD CONSTRAINT "FK_3f4d878ff8f2d09d22ff0fe80dc" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "erratum" ADD CONSTRAINT "FK_5de7e93d7138cd0faaaacff17b1" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "erratum" ADD CONSTRAINT "FK_940aa1edd534bed67ec2e21fa25" FOREIGN KEY ("added_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "erratum" DROP CONSTRAINT "FK_940aa1edd534bed67ec2e21fa25";
      ALTER TABLE "erratum" DROP CONSTRAINT "FK_5de7e93d7138cd0faaaacff17b1";
      ALTER TABLE "adoption" DROP CONSTRAINT "FK_3f4d878ff8f2d09d22ff0fe80dc";
      ALTER TABLE "adoption" DROP CONSTRAINT "FK_5cbeb4592739e7f9c7ffb317b6f";
      ALTER TABLE "adoption" DROP CONSTRAINT "FK_bab55e6fb4ee8580e80d935369b";
      ALTER TABLE "proposal" DROP CONSTRAINT "FK_7655f76b42bfe0e948d4225e480";
      ALTER TABLE "statement" DROP COLUMN "origin_id";
      ALTER TABLE "proposal" DROP COLUMN "split_from_id";
      DROP INDEX "public"."erratum_proposal";
      DROP TABLE "erratum";
      DROP INDEX "public"."adoption_meeting";
      DROP TABLE "adoption";
    `);
  }
}
