import type { MigrationInterface, QueryRunner } from "typeorm";

const watched = (kind: string) => `
  DROP TRIGGER note_change ON "hold";
  CREATE TRIGGER note_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "hold"
    FOR EACH STATEMENT EXECUTE FUNCTION note_change(${kind})`;

/** Why a text waits is on no visitor's page: where all is read first, each answer ended every page that was kept. */
export class HoldsAside202612010920 implements MigrationInterface {
  name = "HoldsAside1796116800000";

  async up(db: QueryRunner) {
    await db.query(watched("'aside'"));
  }

  async down(db: QueryRunner) {
    await db.query(watched(""));
  }
}
