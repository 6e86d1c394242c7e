import type { MigrationInterface, QueryRunner } from "typeorm";

/** Positions stand beside proposals too, with the reserves of regional groups and how they do it at home. */
export class Position0029 implements MigrationInterface {
  name = "Position1795637452397";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "minority_position" ADD "proposal_id" uuid;
      ALTER TABLE "minority_position" ADD "kind" text NOT NULL DEFAULT 'MINORITY';
      ALTER TABLE "minority_position" DROP CONSTRAINT "FK_9d0b35799b89a278f07eca3ce37";
      ALTER TABLE "minority_position" ALTER COLUMN "synthesis_id" DROP NOT NULL;
      CREATE INDEX "minority_position_proposal" ON "minority_position"  ("proposal_id") ;
      ALTER TABLE "minority_position" ADD CONSTRAINT "minority_position_of_one" CHECK (num_nonnulls(synthesis_id, proposal_id) = 1);
      ALTER TABLE "minority_position" ADD CONSTRAINT "FK_9d0b35799b89a278f07eca3ce37" FOREIGN KEY ("synthesis_id") REFERENCES "synthesis"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "minority_position" ADD CONSTRAINT "FK_0030615be3c6be245b97256372b" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      -- What stands beside a proposal has no place in the older table.
      DELETE FROM "minority_signature" WHERE "position_id" IN (SELECT "id" FROM "minority_position" WHERE "proposal_id" IS NOT NULL);
      DELETE FROM "minority_position" WHERE "proposal_id" IS NOT NULL;
      ALTER TABLE "minority_position" DROP CONSTRAINT "FK_0030615be3c6be245b97256372b";
      ALTER TABLE "minority_position" DROP CONSTRAINT "FK_9d0b35799b89a278f07eca3ce37";
      ALTER TABLE "minority_position" DROP CONSTRAINT "minority_position_of_one";
      DROP INDEX "public"."minority_position_proposal";
      ALTER TABLE "minority_position" ALTER COLUMN "synthesis_id" SET NOT NULL;
      ALTER TABLE "minority_position" ADD CONSTRAINT "FK_9d0b35799b89a278f07eca3ce37" FOREIGN KEY ("synthesis_id") REFERENCES "synthesis"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "minority_position" DROP COLUMN "kind";
      ALTER TABLE "minority_position" DROP COLUMN "proposal_id";
    `);
  }
}
