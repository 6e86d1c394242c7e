import type { MigrationInterface, QueryRunner } from "typeorm";

/** The pages of a site are read in French, in English or in both: English alone could not be said. */
export class SiteLanguages202611271637 implements MigrationInterface {
  name = "SiteLanguages1795797420000";

  async up(db: QueryRunner) {
    await db.query(`ALTER TABLE "instance" ADD "languages" text NOT NULL DEFAULT 'BOTH'`);
    await db.query(`UPDATE "instance" SET "languages" = 'FRENCH' WHERE NOT "english"`);
    await db.query('ALTER TABLE "instance" DROP COLUMN "english"');
  }

  async down(db: QueryRunner) {
    await db.query('ALTER TABLE "instance" ADD "english" boolean NOT NULL DEFAULT false');
    await db.query(`UPDATE "instance" SET "english" = "languages" <> 'FRENCH'`);
    await db.query('ALTER TABLE "instance" DROP COLUMN "languages"');
  }
}
