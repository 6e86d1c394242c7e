import type { MigrationInterface, QueryRunner } from "typeorm";

/** A watch says whether it came by joining. Members of before read no word of mails: none is made for them. */
export class WatchByJoining202612020820 implements MigrationInterface {
  name = "WatchByJoining1796199600820";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "watch" ADD "by_joining" boolean NOT NULL DEFAULT false;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "watch" DROP COLUMN "by_joining";
    `);
  }
}
