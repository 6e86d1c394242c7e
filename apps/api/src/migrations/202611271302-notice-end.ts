import type { MigrationInterface, QueryRunner } from "typeorm";

/** Days from which on something of a group that ended long ago would be news again. */
export class NoticeEnd202611271302 implements MigrationInterface {
  name = "NoticeEnd1795784550303";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "notice_end" ("group_id" uuid NOT NULL, "ended_on" date NOT NULL, CONSTRAINT "PK_eafd0cf74ef3023b331af67d866" PRIMARY KEY ("group_id"));
      ALTER TABLE "notice_end" ADD CONSTRAINT "FK_eafd0cf74ef3023b331af67d866" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "notice_end" DROP CONSTRAINT "FK_eafd0cf74ef3023b331af67d866";
      DROP TABLE "notice_end";
    `);
  }
}
