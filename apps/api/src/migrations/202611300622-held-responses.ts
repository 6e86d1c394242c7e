import type { MigrationInterface, QueryRunner } from "typeorm";

/** Responses that a moderator has not read are listed from an index of them alone: each is looked at when they are counted. */
export class HeldResponses202611300622 implements MigrationInterface {
  name = "HeldResponses1796019720000";

  async up(db: QueryRunner) {
    await db.query(
      `CREATE INDEX "response_held" ON "response" ("questionnaire_id", "id", "submitted_on") WHERE status = 'HELD'`,
    );
  }

  async down(db: QueryRunner) {
    await db.query('DROP INDEX "response_held"');
  }
}
