import type { MigrationInterface, QueryRunner } from "typeorm";

/** A step that was told is a notice: the table says so. */
export class Notice202611270400 implements MigrationInterface {
  name = "Notice1795752000000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "told" RENAME TO "notice";
      ALTER TABLE "notice" RENAME CONSTRAINT "PK_b500bdbbc473dd17dbf8f78add1" TO "PK_5e3eed1116fd85f10feecef74e5";
      ALTER TABLE "notice" RENAME CONSTRAINT "FK_833433e752650ce07f7634ad35a" TO "FK_b460e245269a3c66edb399e07af";
      ALTER TABLE "notice" RENAME CONSTRAINT "FK_2d3b047cb58c1ccb0fcf2ed9772" TO "FK_b9540ba8ee78a027b1a5cb92f93";
      ALTER INDEX "told_mail" RENAME TO "notice_mail";
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER INDEX "notice_mail" RENAME TO "told_mail";
      ALTER TABLE "notice" RENAME CONSTRAINT "FK_b9540ba8ee78a027b1a5cb92f93" TO "FK_2d3b047cb58c1ccb0fcf2ed9772";
      ALTER TABLE "notice" RENAME CONSTRAINT "FK_b460e245269a3c66edb399e07af" TO "FK_833433e752650ce07f7634ad35a";
      ALTER TABLE "notice" RENAME CONSTRAINT "PK_5e3eed1116fd85f10feecef74e5" TO "PK_b500bdbbc473dd17dbf8f78add1";
      ALTER TABLE "notice" RENAME TO "told";
    `);
  }
}
