import type { MigrationInterface, QueryRunner } from "typeorm";

export class UndoableSynthesis202612010830 implements MigrationInterface {
  name = "UndoableSynthesis1796113849330";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "synthesis_version" ADD "publishes_at" TIMESTAMP(3) WITH TIME ZONE;
      ALTER TABLE "synthesis_version" ADD "publishing_by_id" uuid;
      ALTER TABLE "synthesis_version" ADD "publishing_revision" integer;
      ALTER TABLE "synthesis_version" ADD CONSTRAINT "FK_8592e59c8b43180d4cedf315818" FOREIGN KEY ("publishing_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "synthesis_version" DROP CONSTRAINT "FK_8592e59c8b43180d4cedf315818";
      ALTER TABLE "synthesis_version" DROP COLUMN "publishing_revision";
      ALTER TABLE "synthesis_version" DROP COLUMN "publishing_by_id";
      ALTER TABLE "synthesis_version" DROP COLUMN "publishes_at";
    `);
  }
}
