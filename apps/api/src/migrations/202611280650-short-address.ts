import type { MigrationInterface, QueryRunner } from "typeorm";

/** A contribution is found by the end of its id, which its short address says. */
export class ShortAddress202611280650 implements MigrationInterface {
  name = "ShortAddress1795848600000";

  async up(db: QueryRunner) {
    await db.query("create index contribution_short on contribution (right(id::text, 10))");
  }

  async down(db: QueryRunner) {
    await db.query("drop index contribution_short");
  }
}
