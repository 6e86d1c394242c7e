import type { MigrationInterface, QueryRunner } from "typeorm";

/** Nobody could be banned, by no act: a role ends, a text waits, and whoever writes a lot is told until when. */
export class Ban202611272326 implements MigrationInterface {
  name = "Ban1795821960000";

  async up(db: QueryRunner) {
    await db.query('ALTER TABLE "person" DROP COLUMN "banned", DROP COLUMN "ban_reason", DROP COLUMN "ban_expires"');
  }

  async down(db: QueryRunner) {
    await db.query(`ALTER TABLE "person" ADD "banned" boolean NOT NULL DEFAULT false, ADD "ban_reason" text,
      ADD "ban_expires" TIMESTAMP(3) WITH TIME ZONE`);
  }
}
