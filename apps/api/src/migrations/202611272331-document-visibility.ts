import type { MigrationInterface, QueryRunner } from "typeorm";

/** Documents have the visibility of every other text, and a reaction to one may be about a page of it. */
export class DocumentVisibility202611272331 implements MigrationInterface {
  name = "DocumentVisibility1795822260000";

  async up(db: QueryRunner) {
    // One that was hidden without a ruling waits for one.
    await db.query(`
      ALTER TABLE "document" ADD "status" text NOT NULL DEFAULT 'VISIBLE', ADD "status_reason" text, ADD "status_on" date;
      UPDATE "document" SET status = CASE absence WHEN 'HIDDEN' THEN 'HELD' ELSE 'WITHDRAWN' END,
        status_reason = absence_reason, status_on = absent_on WHERE absence IS NOT NULL;
      ALTER TABLE "document" DROP COLUMN "absence", DROP COLUMN "absence_reason", DROP COLUMN "absent_on";
      ALTER TABLE "reaction" ADD "of_page" integer, ADD "of_version" integer`);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "reaction" DROP COLUMN "of_page", DROP COLUMN "of_version";
      ALTER TABLE "document" ADD "absence" text, ADD "absence_reason" text, ADD "absent_on" date;
      UPDATE "document" SET absence = CASE status WHEN 'WITHDRAWN' THEN 'WITHDRAWN' ELSE 'HIDDEN' END,
        absence_reason = coalesce(status_reason, ''), absent_on = coalesce(status_on, now()::date) WHERE status <> 'VISIBLE';
      ALTER TABLE "document" DROP COLUMN "status", DROP COLUMN "status_reason", DROP COLUMN "status_on"`);
  }
}
