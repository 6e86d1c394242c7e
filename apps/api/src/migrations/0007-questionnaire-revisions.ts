import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a questionnaire asked at each of its revisions: answers are checked against the one they were given to. */
export class QuestionnaireRevisions0007 implements MigrationInterface {
  name = "QuestionnaireRevisions1795583500000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "questionnaire_revision" ("questionnaire_id" uuid NOT NULL, "revision" integer NOT NULL, "outline" jsonb NOT NULL, "replaced_on" date NOT NULL, CONSTRAINT "PK_3a3391530ddd054783633b2bd88" PRIMARY KEY ("questionnaire_id", "revision"));
      ALTER TABLE "questionnaire_revision" ADD CONSTRAINT "FK_87f7fbe2c85c5a4a1c10e891f12" FOREIGN KEY ("questionnaire_id") REFERENCES "questionnaire"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`DROP TABLE "questionnaire_revision"`);
  }
}
