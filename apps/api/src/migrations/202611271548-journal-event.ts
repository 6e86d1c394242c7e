import type { MigrationInterface, QueryRunner } from "typeorm";

/** What was erased is looked for every minute: by its events, and not over all the journal. */
export class JournalEvent202611271548 implements MigrationInterface {
  name = "JournalEvent1795794480000";

  async up(db: QueryRunner) {
    await db.query(`create index "journal_entry_event" on "journal_entry" ("event")`);
  }

  async down(db: QueryRunner) {
    await db.query(`drop index "journal_entry_event"`);
  }
}
