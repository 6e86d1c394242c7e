import type { MigrationInterface, QueryRunner } from "typeorm";

/** An attachment says which rows name it, so that its room need not ask theirs. */
export class HeldFile0034 implements MigrationInterface {
  name = "HeldFile1795750000000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "attachment" ADD "held_by" text array NOT NULL DEFAULT '{}';
      UPDATE "attachment" a SET "held_by" =
        array(SELECT 'HANDOVER ' || h.id FROM "handover" h WHERE h.reply_file_id = a.id)
        || array(SELECT 'OFFICE_REPLY ' || r.id FROM "office_reply" r WHERE r.attachment_id = a.id);
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`ALTER TABLE "attachment" DROP COLUMN "held_by"`);
  }
}
