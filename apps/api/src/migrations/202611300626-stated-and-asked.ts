import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Stated key points of an objective are counted in an index of them, and requests that wait for the agenda of a meeting are
 * found without the meetings to come: both were looked for among all.
 */
export class StatedAndAsked202611300626 implements MigrationInterface {
  name = "StatedAndAsked1796019960000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE INDEX "key_point_stated" ON "key_point" ("objective_id") WHERE state = 'STATED';
      CREATE INDEX "agenda_request_waiting" ON "agenda_request" ("meeting_id") WHERE taken IS NULL AND status = 'VISIBLE';
    `);
  }

  async down(db: QueryRunner) {
    await db.query('DROP INDEX "key_point_stated", "agenda_request_waiting"');
  }
}
