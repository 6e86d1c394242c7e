import type { MigrationInterface, QueryRunner } from "typeorm";

/** The responses of a questionnaire in the order of their ids, which was drawn: files are read so, some at a time. */
export class ResponseDraw0010 implements MigrationInterface {
  name = "ResponseDraw1795584600000";

  async up(db: QueryRunner) {
    await db.query(`CREATE INDEX "response_draw" ON "response"  ("questionnaire_id", "id")`);
  }

  async down(db: QueryRunner) {
    await db.query(`DROP INDEX "response_draw"`);
  }
}
