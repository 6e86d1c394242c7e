import type { MigrationInterface, QueryRunner } from "typeorm";

export class ProductionTurn202612020755 implements MigrationInterface {
  name = "ProductionTurn1796198120058";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "production" ADD "turn" integer NOT NULL DEFAULT '0';
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "production" DROP COLUMN "turn";
    `);
  }
}
