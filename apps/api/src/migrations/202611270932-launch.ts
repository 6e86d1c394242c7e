import type { MigrationInterface, QueryRunner } from "typeorm";

/** A group is prepared by its team before it opens; words of objectives have versions. */
export class Launch202611270932 implements MigrationInterface {
  name = "Launch1795771946157";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "objective_wording" ("objective_id" uuid NOT NULL, "version" integer NOT NULL, "name" text NOT NULL, "question" text NOT NULL, "expected_output" text NOT NULL, "until" date NOT NULL, "reason" text NOT NULL, CONSTRAINT "PK_a8171faf66b5771cc28db4db661" PRIMARY KEY ("objective_id", "version"));
      ALTER TABLE "working_group" ADD "preparing" boolean NOT NULL DEFAULT false;
      ALTER TABLE "working_group" ADD "launch_step" integer NOT NULL DEFAULT '5';
      ALTER TABLE "working_group" ADD "opened_on" date;
      ALTER TABLE "working_group" ADD "version" integer NOT NULL DEFAULT '1';
      ALTER TABLE "objective" ADD "version" integer NOT NULL DEFAULT '1';
      ALTER TABLE "objective" ADD "withdrawn_on" date;
      ALTER TABLE "objective" ADD "withdrawn_reason" text;
      ALTER TABLE "objective_wording" ADD CONSTRAINT "FK_8a91a4f78411785fa4e6b8eee9d" FOREIGN KEY ("objective_id") REFERENCES "objective"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "objective_wording" DROP CONSTRAINT "FK_8a91a4f78411785fa4e6b8eee9d";
      ALTER TABLE "objective" DROP COLUMN "withdrawn_reason";
      ALTER TABLE "objective" DROP COLUMN "withdrawn_on";
      ALTER TABLE "objective" DROP COLUMN "version";
      ALTER TABLE "working_group" DROP COLUMN "version";
      ALTER TABLE "working_group" DROP COLUMN "opened_on";
      ALTER TABLE "working_group" DROP COLUMN "launch_step";
      ALTER TABLE "working_group" DROP COLUMN "preparing";
      DROP TABLE "objective_wording";
    `);
  }
}
