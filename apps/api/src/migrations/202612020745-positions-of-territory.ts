import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a territory holds against texts is read on its page. */
export class PositionsOfTerritory202612020745 implements MigrationInterface {
  name = "PositionsOfTerritory1796197500000";

  async up(db: QueryRunner) {
    await db.query(`CREATE INDEX "minority_position_territory" ON "minority_position" ("territory_id") `);
  }

  async down(db: QueryRunner) {
    await db.query(`DROP INDEX "minority_position_territory"`);
  }
}
