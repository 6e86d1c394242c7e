import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * The oldest reactions that wait for an answer, the newest texts that two people read, what is marked of a territory and
 * the actions that are to do are found by an index of these alone.
 */
export class LongLists202611281330 implements MigrationInterface {
  name = "LongLists1795872600000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE INDEX "reaction_waiting" ON "reaction" ("reacted_on", "id")
        WHERE subject IN ('PROPOSAL', 'AMENDMENT') AND status = 'VISIBLE' AND reply IS NULL;
      CREATE INDEX "reaction_questions" ON "reaction" ("reacted_on", "id")
        WHERE kind = 'QUESTION' AND status = 'VISIBLE' AND reply IS NULL;
      CREATE INDEX "contribution_read_twice" ON "contribution" ("objective_id", "contributed_on", "id")
        WHERE status = 'VISIBLE' AND readers > 1 AND minutes_block_id IS NULL
          AND ('x' || left(md5(id::text), 8))::bit(32)::bigint % 10 = 0;
      CREATE INDEX "contribution_marked" ON "contribution" ("territory_id", "appearance", "response_id", "id")
        WHERE marked AND status = 'VISIBLE';
      CREATE INDEX "minutes_block_to_do" ON "minutes_block" ("minutes_id")
        WHERE kind = 'ACTION' AND done IS NOT TRUE AND dropped_because IS NULL;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(
      'DROP INDEX "reaction_waiting", "reaction_questions", "contribution_read_twice", "contribution_marked", "minutes_block_to_do"',
    );
  }
}
