import type { MigrationInterface, QueryRunner } from "typeorm";

/** Sheets know what was printed and with which key; entries, who collected them; second entries, what differed. */
export class Paper0008 implements MigrationInterface {
  name = "Paper1795598183286";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "sheet" ADD "key" text NOT NULL;
      ALTER TABLE "sheet" ADD "questionnaire_revision" integer NOT NULL DEFAULT '1';
      ALTER TABLE "second_entry" ADD "compared" integer NOT NULL;
      ALTER TABLE "second_entry" ADD "differences" jsonb NOT NULL;
      ALTER TABLE "response" ADD "entered_on" date;
      ALTER TABLE "response" ADD "collected_by" text;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "response" DROP COLUMN "collected_by";
      ALTER TABLE "response" DROP COLUMN "entered_on";
      ALTER TABLE "second_entry" DROP COLUMN "differences";
      ALTER TABLE "second_entry" DROP COLUMN "compared";
      ALTER TABLE "sheet" DROP COLUMN "questionnaire_revision";
      ALTER TABLE "sheet" DROP COLUMN "key";
    `);
  }
}
