import type { MigrationInterface, QueryRunner } from "typeorm";

/** An instance may have territories of its own in the place of those of France. */
export class OwnTerritories202611271316 implements MigrationInterface {
  name = "OwnTerritories1795785360000";

  async up(db: QueryRunner) {
    await db.query(`ALTER TABLE "instance" ADD "own_territories" boolean NOT NULL DEFAULT false`);
  }

  async down(db: QueryRunner) {
    await db.query(`ALTER TABLE "instance" DROP COLUMN "own_territories"`);
  }
}
