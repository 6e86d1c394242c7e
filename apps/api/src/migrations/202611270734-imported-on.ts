import type { MigrationInterface, QueryRunner } from "typeorm";

/** An imported text keeps the day of its import: it counts among what arrived since a version. */
export class ImportedOn202611270734 implements MigrationInterface {
  name = "ImportedOn1795764840000";

  async up(db: QueryRunner) {
    await db.query('ALTER TABLE "contribution" ADD "imported_on" date');
  }

  async down(db: QueryRunner) {
    await db.query('ALTER TABLE "contribution" DROP COLUMN "imported_on"');
  }
}
