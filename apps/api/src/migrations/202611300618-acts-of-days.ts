import type { MigrationInterface, QueryRunner } from "typeorm";

/** Acts of a kind are found by when they were written down: what is told of meetings is told of some days. */
export class ActsOfDays202611300618 implements MigrationInterface {
  name = "ActsOfDays1796019480000";

  async up(db: QueryRunner) {
    await db.query(`
      DROP INDEX "journal_entry_event";
      CREATE INDEX "journal_entry_event" ON "journal_entry" ("event", "recorded_at");
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP INDEX "journal_entry_event";
      CREATE INDEX "journal_entry_event" ON "journal_entry" ("event");
    `);
  }
}
