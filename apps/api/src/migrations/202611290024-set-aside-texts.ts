import type { MigrationInterface, QueryRunner } from "typeorm";

/** Texts of a region that were set aside are found, and counted, by an index of them alone. */
export class SetAsideTexts202611290024 implements MigrationInterface {
  name = "SetAsideTexts1795911840000";

  async up(db: QueryRunner) {
    await db.query(`CREATE INDEX "contribution_set_aside" ON "contribution" ("region_id", "contributed_on", "id")
      WHERE status = 'VISIBLE' AND not_retained IS NOT NULL`);
  }

  async down(db: QueryRunner) {
    await db.query(`DROP INDEX "contribution_set_aside"`);
  }
}
