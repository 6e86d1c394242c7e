import type { MigrationInterface, QueryRunner } from "typeorm";

/** A word of the glossary is retired, and keeps its page: the day, and why. */
export class TermRetired202612021115 implements MigrationInterface {
  name = "TermRetired1796210100000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "glossary_term" ADD "retired_on" date, ADD "retired_why" text;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DELETE FROM "glossary_version" WHERE "term_id" IN (SELECT "id" FROM "glossary_term" WHERE "retired_on" IS NOT NULL);
      DELETE FROM "glossary_term" WHERE "retired_on" IS NOT NULL;
      ALTER TABLE "glossary_term" DROP COLUMN "retired_on", DROP COLUMN "retired_why";
    `);
  }
}
