import type { MigrationInterface, QueryRunner } from "typeorm";

/** What waits in one group, and responses of which no text waits, are found by an index of what waits alone. */
export class WaitingInGroups202611291330 implements MigrationInterface {
  name = "WaitingInGroups1795959000000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE INDEX "reaction_waiting_in" ON "reaction" ("group_id", "reacted_on", "id")
        WHERE subject IN ('PROPOSAL', 'AMENDMENT') AND status = 'VISIBLE' AND reply IS NULL;
      CREATE INDEX "contribution_held" ON "contribution" ("response_id") WHERE status = 'HELD';
    `);
  }

  async down(db: QueryRunner) {
    await db.query('DROP INDEX "contribution_held", "reaction_waiting_in"');
  }
}
