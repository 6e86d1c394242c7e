import type { MigrationInterface, QueryRunner } from "typeorm";

/** What somebody did is found by a search, and let go of by one when they are erased. */
export class JournalActor202611281020 implements MigrationInterface {
  name = "JournalActor1795861200000";

  async up(db: QueryRunner) {
    await db.query('CREATE INDEX "journal_entry_actor" ON "journal_entry" ("actor_id", "recorded_at")');
  }

  async down(db: QueryRunner) {
    await db.query('DROP INDEX "journal_entry_actor"');
  }
}
