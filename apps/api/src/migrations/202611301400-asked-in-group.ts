import type { MigrationInterface, QueryRunner } from "typeorm";

const waits = "kind = 'QUESTION' AND status = 'VISIBLE' AND reply IS NULL";

/** Questions about anything but proposals are found by the group that they are asked in: those of all groups were looked through for each. */
export class AskedInGroup202611301400 implements MigrationInterface {
  name = "AskedInGroup1796047200000";

  async up(db: QueryRunner) {
    await db.query(`
      DROP INDEX "reaction_questions";
      CREATE INDEX "reaction_asked_in" ON "reaction" ("group_id", "reacted_on", "id")
        WHERE ${waits} AND subject NOT IN ('PROPOSAL', 'AMENDMENT');
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP INDEX "reaction_asked_in";
      CREATE INDEX "reaction_questions" ON "reaction" ("reacted_on", "id") WHERE ${waits};
    `);
  }
}
