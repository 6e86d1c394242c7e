import type { MigrationInterface, QueryRunner } from "typeorm";

/** The texts that answer a question in the order of their ids, which was drawn: the open file is read so. */
export class ContributionDraw0012 implements MigrationInterface {
  name = "ContributionDraw1795585200000";

  async up(db: QueryRunner) {
    await db.query(`CREATE INDEX "contribution_draw" ON "contribution"  ("question_id", "id")`);
  }

  async down(db: QueryRunner) {
    await db.query(`DROP INDEX "contribution_draw"`);
  }
}
