import type { MigrationInterface, QueryRunner } from "typeorm";

/** A draft becomes public thirty seconds after somebody decided so, in which it can be undone. */
export class UndoablePublication202611280945 implements MigrationInterface {
  name = "UndoablePublication1795859100000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "proposal" ADD "publishes_at" TIMESTAMP(3) WITH TIME ZONE;
      ALTER TABLE "proposal" ADD "publishing_by_id" uuid;
      ALTER TABLE "proposal" ADD "publishing_hash" text;
      ALTER TABLE "proposal" ADD CONSTRAINT "FK_745f8fc561fab2cba4d1c61d4a3" FOREIGN KEY ("publishing_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "proposal" DROP CONSTRAINT "FK_745f8fc561fab2cba4d1c61d4a3";
      ALTER TABLE "proposal" DROP COLUMN "publishing_hash";
      ALTER TABLE "proposal" DROP COLUMN "publishing_by_id";
      ALTER TABLE "proposal" DROP COLUMN "publishes_at";
    `);
  }
}
