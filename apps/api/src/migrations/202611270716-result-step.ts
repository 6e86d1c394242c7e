import type { MigrationInterface, QueryRunner } from "typeorm";

/** Results that visitors are shown move by five responses at least. */
export class ResultStep202611270716 implements MigrationInterface {
  name = "ResultStep1795763760000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "result_step" ("questionnaire_id" uuid NOT NULL, "members" jsonb NOT NULL, "whole" jsonb NOT NULL, "region" jsonb, "organisation" jsonb, CONSTRAINT "PK_99a8c596f1eecc1337dd3430266" PRIMARY KEY ("questionnaire_id"));
      ALTER TABLE "result_step" ADD CONSTRAINT "FK_99a8c596f1eecc1337dd3430266" FOREIGN KEY ("questionnaire_id") REFERENCES "questionnaire"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP TABLE "result_step";
    `);
  }
}
