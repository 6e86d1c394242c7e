import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Contributions and responses say whether they show in the words of every text. A response says so itself: its author's
 * choice, which was read from `appearance` alone, is its status too, and the table refuses to show one against it.
 */
export class TextStatus0032 implements MigrationInterface {
  name = "TextStatus1795740000000";

  async up(db: QueryRunner) {
    await db.query(`
      UPDATE "contribution" SET "status" = 'VISIBLE' WHERE "status" = 'PUBLISHED';
      UPDATE "response" SET "status" = CASE WHEN "status" = 'SET_ASIDE' THEN 'HIDDEN'
        WHEN "appearance" = 'UNPUBLISHED' THEN 'UNPUBLISHED' ELSE 'VISIBLE' END
        WHERE "status" IN ('SUBMITTED', 'SET_ASIDE');
      ALTER TABLE "response" ALTER COLUMN "status" SET DEFAULT 'VISIBLE';
      ALTER TABLE "response" RENAME COLUMN "withdrawn_on" TO "status_on";
      ALTER TABLE "response" RENAME COLUMN "set_aside_reason" TO "status_reason";
      ALTER TABLE "response" ADD CONSTRAINT "response_shown_as_chosen"
        CHECK (appearance <> 'UNPUBLISHED' or status <> 'VISIBLE');
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "response" DROP CONSTRAINT "response_shown_as_chosen";
      UPDATE "response" SET "status_on" = NULL WHERE "status" <> 'WITHDRAWN';
      ALTER TABLE "response" RENAME COLUMN "status_reason" TO "set_aside_reason";
      ALTER TABLE "response" RENAME COLUMN "status_on" TO "withdrawn_on";
      ALTER TABLE "response" ALTER COLUMN "status" SET DEFAULT 'SUBMITTED';
      UPDATE "response" SET "status" = CASE WHEN "status" = 'HIDDEN' THEN 'SET_ASIDE' ELSE 'SUBMITTED' END
        WHERE "status" IN ('VISIBLE', 'UNPUBLISHED', 'HIDDEN');
      UPDATE "contribution" SET "status" = 'PUBLISHED' WHERE "status" = 'VISIBLE';
    `);
  }
}
