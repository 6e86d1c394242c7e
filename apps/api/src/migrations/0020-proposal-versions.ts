import type { MigrationInterface, QueryRunner } from "typeorm";

/** Each wording of a public proposal, kept; since when and why it stands where it does. */
export class ProposalVersions0020 implements MigrationInterface {
  name = "ProposalVersions1795619553184";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "proposal_version" ("id" uuid NOT NULL DEFAULT uuidv7(), "proposal_id" uuid NOT NULL, "number" integer NOT NULL, "kept_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "author_id" uuid, "reason" text, "causes" jsonb NOT NULL DEFAULT '[]', "content" jsonb NOT NULL, "hash" text NOT NULL, CONSTRAINT "PK_9857a041288dd867ef6d52f1e40" PRIMARY KEY ("id"));
      CREATE UNIQUE INDEX "proposal_version_number" ON "proposal_version"  ("proposal_id", "number") ;
      ALTER TABLE "proposal" ADD "state_on" date;
      ALTER TABLE "proposal" ADD "state_reason" text;
      ALTER TABLE "proposal" ADD "merged_into_id" uuid;
      ALTER TABLE "proposal" ADD CONSTRAINT "FK_aadb2c6b997b1aef4b18e06e636" FOREIGN KEY ("merged_into_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "proposal_version" ADD CONSTRAINT "FK_46aec14919b7971afcde3ef0196" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "proposal_version" ADD CONSTRAINT "FK_00bd6d0a065b57942c7da4a9f98" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "proposal_version" DROP CONSTRAINT "FK_00bd6d0a065b57942c7da4a9f98";
      ALTER TABLE "proposal_version" DROP CONSTRAINT "FK_46aec14919b7971afcde3ef0196";
      ALTER TABLE "proposal" DROP CONSTRAINT "FK_aadb2c6b997b1aef4b18e06e636";
      ALTER TABLE "proposal" DROP COLUMN "merged_into_id";
      ALTER TABLE "proposal" DROP COLUMN "state_reason";
      ALTER TABLE "proposal" DROP COLUMN "state_on";
      DROP INDEX "public"."proposal_version_number";
      DROP TABLE "proposal_version";
    `);
  }
}
