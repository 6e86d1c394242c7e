import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Reactions that wait, and whether their proposals are open, are told from indexes alone: they are counted group by group.
 * Drafts whose publication was asked for are found without the others.
 */
export class CountedWaiting202611300815 implements MigrationInterface {
  name = "CountedWaiting1796026500000";

  async up(db: QueryRunner) {
    await db.query(`
      DROP INDEX "reaction_waiting_in";
      CREATE INDEX "reaction_waiting_in" ON "reaction" ("group_id", "reacted_on", "id", "subject", "subject_id")
        WHERE subject IN ('PROPOSAL', 'AMENDMENT') AND status = 'VISIBLE' AND reply IS NULL;
      CREATE INDEX "proposal_open" ON "proposal" ("id") WHERE state = 'OPEN';
      CREATE INDEX "proposal_asked" ON "proposal" ("number", "id") WHERE state = 'DRAFT' AND publication_asked_by_id IS NOT NULL;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP INDEX "proposal_open", "proposal_asked", "reaction_waiting_in";
      CREATE INDEX "reaction_waiting_in" ON "reaction" ("group_id", "reacted_on", "id")
        WHERE subject IN ('PROPOSAL', 'AMENDMENT') AND status = 'VISIBLE' AND reply IS NULL;
    `);
  }
}
