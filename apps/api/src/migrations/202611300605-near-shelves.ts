import type { MigrationInterface, QueryRunner } from "typeorm";

const unread = "readers = 0 AND status IN ('VISIBLE', 'UNPUBLISHED')";
const told = "objective_id, status, region_id, channel, question_id, theme_id, response_id, minutes_block_id";

/** Near texts of an objective of hundreds of thousands: those to be read next, and those marked last, are found by indexes alone. */
export class NearShelves202611300605 implements MigrationInterface {
  name = "NearShelves1796018700000";

  async up(db: QueryRunner) {
    await db.query(`
      DROP INDEX "contribution_waiting";
      CREATE INDEX "contribution_waiting" ON "contribution" ("objective_id", "contributed_on", "id")
        INCLUDE ("revision", "question_id") WHERE ${unread};
      DROP INDEX "contribution_marked_told";
      CREATE INDEX "contribution_marked_told" ON "contribution" ("id") INCLUDE (${told}, revision) WHERE marked;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP INDEX "contribution_waiting";
      CREATE INDEX "contribution_waiting" ON "contribution" ("objective_id", "contributed_on") WHERE ${unread};
      DROP INDEX "contribution_marked_told";
      CREATE INDEX "contribution_marked_told" ON "contribution" ("id") INCLUDE (${told}) WHERE marked;
    `);
  }
}
