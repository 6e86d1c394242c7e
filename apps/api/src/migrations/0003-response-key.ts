import type { MigrationInterface, QueryRunner } from "typeorm";

/** A key is that of one draft: whatever was changed before a second send, it makes one response. */
export class ResponseKey0003 implements MigrationInterface {
  name = "ResponseKey1764030800000";

  async up(db: QueryRunner) {
    await db.query(`DROP INDEX "response_once"`);
    await db.query(`CREATE UNIQUE INDEX "response_once" ON "response"  ("questionnaire_id", "key") `);
  }

  async down(db: QueryRunner) {
    await db.query(`DROP INDEX "response_once"`);
    await db.query(`CREATE UNIQUE INDEX "response_once" ON "response"  ("questionnaire_id", "key", "repeat_key") `);
  }
}
