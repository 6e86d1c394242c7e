import type { MigrationInterface, QueryRunner } from "typeorm";

/** Words that are no longer in a text leave their place to what is marked in it since. */
export class PassageRevision0013 implements MigrationInterface {
  name = "PassageRevision1795598900000";

  async up(db: QueryRunner) {
    await db.query(`
      DROP INDEX "passage_once";
      CREATE UNIQUE INDEX "passage_once" ON "passage"  ("contribution_id", "contribution_revision", "starts_at", "ends_at") ;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP INDEX "passage_once";
      CREATE UNIQUE INDEX "passage_once" ON "passage"  ("contribution_id", "starts_at", "ends_at") ;
    `);
  }
}
