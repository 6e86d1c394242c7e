import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Every text says in the same three columns whether it shows, why not, and since when. An amendment taken back keeps a
 * mark of whether anybody had been able to read it: its place shows only then.
 */
export class TextVisibility202611270607 implements MigrationInterface {
  name = "TextVisibility1795759620000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "contribution" ALTER COLUMN "status" SET DEFAULT 'VISIBLE';
      ALTER TABLE "contribution" ADD "status_reason" text, ADD "status_on" date;
      ALTER TABLE "reaction" ADD "status_reason" text, ADD "status_on" date;
      ALTER TABLE "initiative" ADD "status_reason" text, ADD "status_on" date;
      ALTER TABLE "minority_position" ADD "status" text NOT NULL DEFAULT 'VISIBLE', ADD "status_reason" text,
        ADD "status_on" date;
      ALTER TABLE "amendment" RENAME COLUMN "withdrawn_on" TO "status_on";
      ALTER TABLE "amendment" ADD "status_reason" text, ADD "was_visible" boolean NOT NULL DEFAULT false;
      UPDATE "amendment" SET "was_visible" = "status" = 'VISIBLE', "status" = 'WITHDRAWN'
        WHERE "status_on" IS NOT NULL;
      ALTER TABLE "office_reply" RENAME COLUMN "state" TO "status";
      ALTER TABLE "office_reply" RENAME COLUMN "reason" TO "status_reason";
      ALTER TABLE "office_reply" RENAME COLUMN "decided_on" TO "status_on";
      UPDATE "office_reply" SET "status" = CASE "status" WHEN 'WAITING' THEN 'HELD' WHEN 'CONFIRMED' THEN 'VISIBLE'
        ELSE 'HIDDEN' END;
      ALTER TABLE "office_reply" ALTER COLUMN "status" SET DEFAULT 'HELD';
    `);
  }

  /** The words of before have none for an amendment taken back that nobody could read: it is hidden, so that it shows no more. */
  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "office_reply" ALTER COLUMN "status" SET DEFAULT 'WAITING';
      UPDATE "office_reply" SET "status" = CASE "status" WHEN 'HELD' THEN 'WAITING' WHEN 'VISIBLE' THEN 'CONFIRMED'
        ELSE 'DECLINED' END;
      ALTER TABLE "office_reply" RENAME COLUMN "status_on" TO "decided_on";
      ALTER TABLE "office_reply" RENAME COLUMN "status_reason" TO "reason";
      ALTER TABLE "office_reply" RENAME COLUMN "status" TO "state";
      UPDATE "amendment" SET "status_on" = NULL WHERE "status" <> 'WITHDRAWN';
      UPDATE "amendment" SET "status" = CASE WHEN "was_visible" THEN 'VISIBLE' ELSE 'HIDDEN' END
        WHERE "status" = 'WITHDRAWN';
      ALTER TABLE "amendment" DROP COLUMN "was_visible", DROP COLUMN "status_reason";
      ALTER TABLE "amendment" RENAME COLUMN "status_on" TO "withdrawn_on";
      ALTER TABLE "minority_position" DROP COLUMN "status_on", DROP COLUMN "status_reason", DROP COLUMN "status";
      ALTER TABLE "initiative" DROP COLUMN "status_on", DROP COLUMN "status_reason";
      ALTER TABLE "reaction" DROP COLUMN "status_on", DROP COLUMN "status_reason";
      ALTER TABLE "contribution" DROP COLUMN "status_on", DROP COLUMN "status_reason";
      ALTER TABLE "contribution" ALTER COLUMN "status" DROP DEFAULT;
    `);
  }
}
