import type { MigrationInterface, QueryRunner } from "typeorm";

/** Meetings of a kind are found by an index of theirs: those of the whole group are few, among thousands of local ones. */
export class MeetingKind202611300252 implements MigrationInterface {
  name = "MeetingKind1796007120000";

  async up(db: QueryRunner) {
    await db.query('CREATE INDEX "meeting_kind" ON "meeting" ("kind", "starts_at", "id")');
  }

  async down(db: QueryRunner) {
    await db.query('DROP INDEX "meeting_kind"');
  }
}
