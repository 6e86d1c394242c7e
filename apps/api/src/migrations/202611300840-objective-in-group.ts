import type { MigrationInterface, QueryRunner } from "typeorm";

/** The group of an objective, which is looked up for each of many texts, is told from an index: not by reading all objectives. */
export class ObjectiveInGroup202611300840 implements MigrationInterface {
  name = "ObjectiveInGroup1796028000000";

  async up(db: QueryRunner) {
    await db.query('CREATE INDEX "objective_in_group" ON "objective" ("id", "group_id")');
  }

  async down(db: QueryRunner) {
    await db.query('DROP INDEX "objective_in_group"');
  }
}
