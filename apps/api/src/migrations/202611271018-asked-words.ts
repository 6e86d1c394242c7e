import type { MigrationInterface, QueryRunner } from "typeorm";

/** A request for publication is for the words as they stood: their digest is kept with it. */
export class AskedWords202611271018 implements MigrationInterface {
  name = "AskedWords1795774680000";

  async up(db: QueryRunner) {
    await db.query(`ALTER TABLE "proposal" ADD "publication_asked_hash" text`);
  }

  async down(db: QueryRunner) {
    await db.query(`ALTER TABLE "proposal" DROP COLUMN "publication_asked_hash"`);
  }
}
