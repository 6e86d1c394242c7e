import type { MigrationInterface, QueryRunner } from "typeorm";

/** A meeting is announced, moved and cancelled here: the rest of its sheet, its version, and a state before it is told. */
export class MeetingSheet202611270639 implements MigrationInterface {
  name = "MeetingSheet1795761540000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "meeting" ADD "online_link" text, ADD "relay_rooms" text array NOT NULL DEFAULT '{}',
        ADD "access" text, ADD "childcare" text, ADD "sign_language" boolean NOT NULL DEFAULT false,
        ADD "captions" boolean NOT NULL DEFAULT false, ADD "capacity" integer,
        ADD "draft" boolean NOT NULL DEFAULT false, ADD "moved_reason" text,
        ADD "moved_from" TIMESTAMP(3) WITH TIME ZONE, ADD "moved_from_place" text,
        ADD "version" integer NOT NULL DEFAULT 1;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DELETE FROM "agenda_item" WHERE "meeting_id" IN (SELECT "id" FROM "meeting" WHERE "draft");
      DELETE FROM "meeting_objective" WHERE "meeting_id" IN (SELECT "id" FROM "meeting" WHERE "draft");
      DELETE FROM "meeting_document" WHERE "meeting_id" IN (SELECT "id" FROM "meeting" WHERE "draft");
      DELETE FROM "meeting" WHERE "draft";
      ALTER TABLE "meeting" DROP COLUMN "version", DROP COLUMN "moved_from_place", DROP COLUMN "moved_from",
        DROP COLUMN "moved_reason", DROP COLUMN "draft", DROP COLUMN "capacity", DROP COLUMN "captions",
        DROP COLUMN "sign_language", DROP COLUMN "childcare", DROP COLUMN "access", DROP COLUMN "relay_rooms",
        DROP COLUMN "online_link";
    `);
  }
}
