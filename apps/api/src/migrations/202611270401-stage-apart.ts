import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Initiatives and exchanges say apart how far they came and whether they show. A sheet that waits for the team is one
 * that was proposed and is held; one that was sent back or declined is hidden.
 */
export class StageApart202611270401 implements MigrationInterface {
  name = "StageApart1795752060000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "initiative" RENAME COLUMN "status" TO "state";
      ALTER TABLE "initiative" ADD "status" text NOT NULL DEFAULT 'VISIBLE';
      UPDATE "initiative" SET "status" = CASE "state" WHEN 'HELD' THEN 'HELD' ELSE 'HIDDEN' END
        WHERE "state" IN ('HELD', 'RETURNED', 'DECLINED');
      UPDATE "initiative" SET "state" = 'PROPOSED' WHERE "state" = 'HELD';
      ALTER TABLE "exchange" ADD "status" text NOT NULL DEFAULT 'VISIBLE';
      ALTER TABLE "exchange" ADD "status_on" date;
      ALTER TABLE "exchange" RENAME COLUMN "hidden_reason" TO "status_reason";
      UPDATE "exchange" SET "status" = 'HIDDEN' WHERE "status_reason" IS NOT NULL;
    `);
  }

  /** The words of before have none for a validated sheet that was hidden since: it is held, so that it shows no more. */
  async down(db: QueryRunner) {
    await db.query(`
      UPDATE "exchange" SET "status_reason" = coalesce("status_reason", '') WHERE "status" <> 'VISIBLE';
      UPDATE "exchange" SET "status_reason" = NULL WHERE "status" = 'VISIBLE';
      ALTER TABLE "exchange" RENAME COLUMN "status_reason" TO "hidden_reason";
      ALTER TABLE "exchange" DROP COLUMN "status_on";
      ALTER TABLE "exchange" DROP COLUMN "status";
      UPDATE "initiative" SET "state" = 'HELD' WHERE "status" <> 'VISIBLE' AND "state" IN ('PROPOSED', 'VALIDATED');
      ALTER TABLE "initiative" DROP COLUMN "status";
      ALTER TABLE "initiative" RENAME COLUMN "state" TO "status";
    `);
  }
}
